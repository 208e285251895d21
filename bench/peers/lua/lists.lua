local function insertion_sort(xs)
  for i = 2, #xs do
    local x = xs[i]
    local j = i - 1
    while j >= 1 and xs[j] > x do
      xs[j + 1] = xs[j]
      j = j - 1
    end
    xs[j + 1] = x
  end
  return xs
end

local function sieve(limit)
  local prime = {}
  for n = 0, limit - 1 do prime[n] = true end
  local count = 0
  for n = 2, limit - 1 do
    if prime[n] then
      count = count + 1
      for multiple = n * n, limit - 1, n do
        prime[multiple] = false
      end
    end
  end
  return count
end

function main(size)
  local xs = {}
  local seed = 1
  for _ = 1, size do
    seed = (seed * 1103515245 + 12345) % 2147483648
    xs[#xs + 1] = seed % 1000
  end
  local ordered = insertion_sort(xs)
  return ordered[1], ordered[size // 2 + 1], sieve(size * 80)
end
