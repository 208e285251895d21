// All families, sorted by name: the one list from which the corpus, the gallery and the tests are made.

import type { Family } from '../family.ts';
import { anagramsFamily } from './anagrams.ts';
import { averagesFamily } from './averages.ts';
import { bankAccountFamily } from './bank-account.ts';
import { baseConversionFamily } from './base-conversion.ts';
import { binarySearchFamily } from './binary-search.ts';
import { bitCountingFamily } from './bit-counting.ts';
import { bracketsFamily } from './brackets.ts';
import { breadthFirstFamily } from './breadth-first.ts';
import { bubbleSortFamily } from './bubble-sort.ts';
import { caesarFamily } from './caesar.ts';
import { calculatorFamily } from './calculator.ts';
import { calendarFamily } from './calendar.ts';
import { climbingStairsFamily } from './climbing-stairs.ts';
import { closuresFamily } from './closures.ts';
import { coinChangeFamily } from './coin-change.ts';
import { collatzFamily } from './collatz.ts';
import { commonSubsequenceFamily } from './common-subsequence.ts';
import { compoundInterestFamily } from './compound-interest.ts';
import { countingSortFamily } from './counting-sort.ts';
import { csvLineFamily } from './csv-line.ts';
import { dedupeFamily } from './dedupe.ts';
import { depthFirstFamily } from './depth-first.ts';
import { digitSumFamily } from './digit-sum.ts';
import { divisorsFamily } from './divisors.ts';
import { doubleRecursionFamily } from './double-recursion.ts';
import { editDistanceFamily } from './edit-distance.ts';
import { elevatorFamily } from './elevator.ts';
import { extremesFamily } from './extremes.ts';
import { factorialsFamily } from './factorials.ts';
import { fibonacciFamily } from './fibonacci.ts';
import { fizzbuzzFamily } from './fizzbuzz.ts';
import { floodFillFamily } from './flood-fill.ts';
import { functionPipelinesFamily } from './function-pipelines.ts';
import { gameOfLifeFamily } from './game-of-life.ts';
import { gcdFamily } from './gcd.ts';
import { gradebookFamily } from './gradebook.ts';
import { grayCodeFamily } from './gray-code.ts';
import { gridPathsFamily } from './grid-paths.ts';
import { groupingFamily } from './grouping.ts';
import { hanoiFamily } from './hanoi.ts';
import { hugeNumbersFamily } from './huge-numbers.ts';
import { inputValidationFamily } from './input-validation.ts';
import { insertionSortFamily } from './insertion-sort.ts';
import { inventoryFamily } from './inventory.ts';
import { knapsackFamily } from './knapsack.ts';
import { letterCountFamily } from './letter-count.ts';
import { longestIncreasingFamily } from './longest-increasing.ts';
import { matrixBasicsFamily } from './matrix-basics.ts';
import { matrixMultiplyFamily } from './matrix-multiply.ts';
import { maxSubarrayFamily } from './max-subarray.ts';
import { mergeSortFamily } from './merge-sort.ts';
import { mergeSortedFamily } from './merge-sorted.ts';
import { modularPowerFamily } from './modular-power.ts';
import { nestedListsFamily } from './nested-lists.ts';
import { newtonRootFamily } from './newton-root.ts';
import { pairSearchFamily } from './pair-search.ts';
import { palindromeFamily } from './palindrome.ts';
import { partitionFamily } from './partition.ts';
import { permissionFlagsFamily } from './permission-flags.ts';
import { permutationsFamily } from './permutations.ts';
import { prefixSumsFamily } from './prefix-sums.ts';
import { primeFactorsFamily } from './prime-factors.ts';
import { primesFamily } from './primes.ts';
import { queueSimulationFamily } from './queue-simulation.ts';
import { quickSortFamily } from './quick-sort.ts';
import { randomGeneratorFamily } from './random-generator.ts';
import { receiptFamily } from './receipt.ts';
import { retryFamily } from './retry.ts';
import { reversePolishFamily } from './reverse-polish.ts';
import { robotWalkFamily } from './robot-walk.ts';
import { romanNumeralsFamily } from './roman-numerals.ts';
import { rotateFamily } from './rotate.ts';
import { runLengthFamily } from './run-length.ts';
import { runningTotalsFamily } from './running-totals.ts';
import { safeDivisionFamily } from './safe-division.ts';
import { selectionSortFamily } from './selection-sort.ts';
import { setOperationsFamily } from './set-operations.ts';
import { shortestPathFamily } from './shortest-path.ts';
import { sieveFamily } from './sieve.ts';
import { slidingWindowFamily } from './sliding-window.ts';
import { spiralFamily } from './spiral.ts';
import { stackClassFamily } from './stack-class.ts';
import { subsetsFamily } from './subsets.ts';
import { substringSearchFamily } from './substring-search.ts';
import { synthesisErrorsFamily } from './synthesis-errors.ts';
import { synthesisFamily } from './synthesis.ts';
import { temperatureFamily } from './temperature.ts';
import { textShapesFamily } from './text-shapes.ts';
import { textTableFamily } from './text-table.ts';
import { topologicalOrderFamily } from './topological-order.ts';
import { unionFindFamily } from './union-find.ts';
import { vendingMachineFamily } from './vending-machine.ts';
import { wordFrequencyFamily } from './word-frequency.ts';
import { xorTricksFamily } from './xor-tricks.ts';

/** Every family, in the order of names. */
export const FAMILIES: readonly Family[] = [
  anagramsFamily,
  averagesFamily,
  bankAccountFamily,
  baseConversionFamily,
  binarySearchFamily,
  bitCountingFamily,
  bracketsFamily,
  breadthFirstFamily,
  bubbleSortFamily,
  caesarFamily,
  calculatorFamily,
  calendarFamily,
  climbingStairsFamily,
  closuresFamily,
  coinChangeFamily,
  collatzFamily,
  commonSubsequenceFamily,
  compoundInterestFamily,
  countingSortFamily,
  csvLineFamily,
  dedupeFamily,
  depthFirstFamily,
  digitSumFamily,
  divisorsFamily,
  doubleRecursionFamily,
  editDistanceFamily,
  elevatorFamily,
  extremesFamily,
  factorialsFamily,
  fibonacciFamily,
  fizzbuzzFamily,
  floodFillFamily,
  functionPipelinesFamily,
  gameOfLifeFamily,
  gcdFamily,
  gradebookFamily,
  grayCodeFamily,
  gridPathsFamily,
  groupingFamily,
  hanoiFamily,
  hugeNumbersFamily,
  inputValidationFamily,
  insertionSortFamily,
  inventoryFamily,
  knapsackFamily,
  letterCountFamily,
  longestIncreasingFamily,
  matrixBasicsFamily,
  matrixMultiplyFamily,
  maxSubarrayFamily,
  mergeSortFamily,
  mergeSortedFamily,
  modularPowerFamily,
  nestedListsFamily,
  newtonRootFamily,
  pairSearchFamily,
  palindromeFamily,
  partitionFamily,
  permissionFlagsFamily,
  permutationsFamily,
  prefixSumsFamily,
  primeFactorsFamily,
  primesFamily,
  queueSimulationFamily,
  quickSortFamily,
  randomGeneratorFamily,
  receiptFamily,
  retryFamily,
  reversePolishFamily,
  robotWalkFamily,
  romanNumeralsFamily,
  rotateFamily,
  runLengthFamily,
  runningTotalsFamily,
  safeDivisionFamily,
  selectionSortFamily,
  setOperationsFamily,
  shortestPathFamily,
  sieveFamily,
  slidingWindowFamily,
  spiralFamily,
  stackClassFamily,
  subsetsFamily,
  substringSearchFamily,
  synthesisErrorsFamily,
  synthesisFamily,
  temperatureFamily,
  textShapesFamily,
  textTableFamily,
  topologicalOrderFamily,
  unionFindFamily,
  vendingMachineFamily,
  wordFrequencyFamily,
  xorTricksFamily,
];

const byName = new Map(FAMILIES.map((family) => [family.name, family]));

/** The family with this name, or undefined. */
export const familyNamed = (name: string): Family | undefined => byName.get(name);
