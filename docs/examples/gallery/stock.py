def restock(stock: dict[str, int], sold: list[str]) -> list[str]:
    for item in sold:
        stock[item] = stock.get(item, 0) - 1
    missing = [item for item in stock if stock[item] < 0]
    return sorted(missing, key=lambda item: stock[item])
