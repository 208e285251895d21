local function fib(n)
  if n < 2 then
    return n
  end
  return fib(n - 1) + fib(n - 2)
end

local function hanoi(n, source, target, spare)
  if n == 0 then
    return 0
  end
  return hanoi(n - 1, source, spare, target) + 1 + hanoi(n - 1, spare, target, source)
end

function main(size)
  return fib(size), hanoi(size - 5, 'A', 'C', 'B')
end
