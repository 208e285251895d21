-- Runs main(size) of a program under a line hook. Arguments: program, size, seconds, `lines` or `locals`. With `locals`
-- the text of every variable that changed is noted too. Prints the median CPU seconds, the lines, and the answer.
local file, size, seconds, what = arg[1], math.tointeger(tonumber(arg[2])), tonumber(arg[3]), arg[4]
dofile(file)
local lines, told

local function line_hook(_, line)
  lines = lines + 1
  told[#told + 1] = line
  if #told > 100000 then told = {} end
end

local known = setmetatable({}, { __mode = 'k' })
local function locals_hook(_, line)
  lines = lines + 1
  local info = debug.getinfo(2, 'f')
  local before = known[info.func]
  if before == nil then before = {}; known[info.func] = before end
  local changed
  local i = 1
  while true do
    local name, value = debug.getlocal(2, i)
    if name == nil then break end
    if before[name] ~= value then
      before[name] = value
      changed = changed or {}
      changed[name] = tostring(value)
    end
    i = i + 1
  end
  told[#told + 1] = { line, changed }
  if #told > 100000 then told = {} end
end

local times, answer, ends = {}, nil, os.time() + seconds
repeat
  lines, told = 0, {}
  local begin = os.clock()
  debug.sethook(what == 'locals' and locals_hook or line_hook, 'l')
  local results = table.pack(main(size))
  debug.sethook()
  times[#times + 1] = os.clock() - begin
  for i = 1, results.n do results[i] = tostring(results[i]) end
  answer = '(' .. table.concat(results, ', ') .. ')'
until #times >= 9 or os.time() >= ends
table.sort(times)
print(string.format('{"seconds": %.9f, "lines": %d, "answer": "%s"}', times[#times // 2 + 1], lines, answer))
