class Account:
    def __init__(self, owner: str, balance: int = 0) -> None:
        self.owner = owner
        self.balance = balance

    def withdraw(self, amount: int) -> int:
        if amount > self.balance:
            raise ValueError('not enough')
        self.balance -= amount
        return self.balance


def spend(amounts: list[int]) -> tuple[int, int]:
    account = Account('Ada', 50)
    refused = 0
    for amount in amounts:
        try:
            account.withdraw(amount)
        except ValueError:
            refused += 1
    return account.balance, refused
