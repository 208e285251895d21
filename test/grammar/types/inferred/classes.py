# Attributes are what all assignments to them say.
# call: total(Node(1, Node(2)))
class Node:
    def __init__(self, value, next=None):  # self: Node; value: int; next: Node | None
        self.value = value
        self.next = next
def total(node):  # node: Node | None
    result = 0
    while node is not None:
        result += node.value
        node = node.next
    return result
###
# Methods of subclasses, and super.
class Shape:
    def area(self) -> float:
        return 0.0
    def twice(self):
        return 2 * self.area()
class Square(Shape):
    def __init__(self, side: int):
        self.side = side
    def area(self) -> float:
        return float(self.side ** 2) + super().area()
a = Square(3).twice()  # a: float
shapes = [Shape(), Square(2)]  # shapes: list[Shape]
areas = [shape.area() for shape in shapes]  # areas: list[float]
###
# Data classes and operators.
from dataclasses import dataclass
@dataclass
class Point:
    x: int
    y: int = 0
    def __add__(self, other: 'Point') -> 'Point':
        return Point(self.x + other.x, self.y + other.y)
p = Point(1) + Point(2, 3)  # p: Point
q = p.x  # q: int
