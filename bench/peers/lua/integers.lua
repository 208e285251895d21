local function collatz(limit)
  local longest = 0
  for start = 1, limit - 1 do
    local n = start
    local length = 1
    while n ~= 1 do
      if n % 2 == 0 then
        n = n // 2
      else
        n = 3 * n + 1
      end
      length = length + 1
    end
    if length > longest then
      longest = length
    end
  end
  return longest
end

local function sums(limit)
  local total = 0
  for i = 0, limit - 1 do
    total = (total * 31 + i * i) % 1000003
  end
  return total
end

function main(size)
  return collatz(size), sums(size * 10)
end
