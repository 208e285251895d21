// All families, sorted by name: the one list from which the corpus, the gallery and the tests are made.

import type { Family } from '../family.ts';
import { anagramsFamily } from './anagrams.ts';
import { baseConversionFamily } from './base-conversion.ts';
import { binarySearchFamily } from './binary-search.ts';
import { breadthFirstFamily } from './breadth-first.ts';
import { bubbleSortFamily } from './bubble-sort.ts';
import { caesarFamily } from './caesar.ts';
import { calculatorFamily } from './calculator.ts';
import { calendarFamily } from './calendar.ts';
import { climbingStairsFamily } from './climbing-stairs.ts';
import { coinChangeFamily } from './coin-change.ts';
import { collatzFamily } from './collatz.ts';
import { commonSubsequenceFamily } from './common-subsequence.ts';
import { countingSortFamily } from './counting-sort.ts';
import { csvLineFamily } from './csv-line.ts';
import { dedupeFamily } from './dedupe.ts';
import { depthFirstFamily } from './depth-first.ts';
import { digitSumFamily } from './digit-sum.ts';
import { divisorsFamily } from './divisors.ts';
import { doubleRecursionFamily } from './double-recursion.ts';
import { editDistanceFamily } from './edit-distance.ts';
import { extremesFamily } from './extremes.ts';
import { fibonacciFamily } from './fibonacci.ts';
import { fizzbuzzFamily } from './fizzbuzz.ts';
import { floodFillFamily } from './flood-fill.ts';
import { gameOfLifeFamily } from './game-of-life.ts';
import { gcdFamily } from './gcd.ts';
import { gradebookFamily } from './gradebook.ts';
import { gridPathsFamily } from './grid-paths.ts';
import { groupingFamily } from './grouping.ts';
import { hanoiFamily } from './hanoi.ts';
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
import { pairSearchFamily } from './pair-search.ts';
import { palindromeFamily } from './palindrome.ts';
import { partitionFamily } from './partition.ts';
import { permutationsFamily } from './permutations.ts';
import { prefixSumsFamily } from './prefix-sums.ts';
import { primeFactorsFamily } from './prime-factors.ts';
import { primesFamily } from './primes.ts';
import { quickSortFamily } from './quick-sort.ts';
import { romanNumeralsFamily } from './roman-numerals.ts';
import { rotateFamily } from './rotate.ts';
import { runLengthFamily } from './run-length.ts';
import { runningTotalsFamily } from './running-totals.ts';
import { selectionSortFamily } from './selection-sort.ts';
import { setOperationsFamily } from './set-operations.ts';
import { shortestPathFamily } from './shortest-path.ts';
import { sieveFamily } from './sieve.ts';
import { slidingWindowFamily } from './sliding-window.ts';
import { spiralFamily } from './spiral.ts';
import { subsetsFamily } from './subsets.ts';
import { substringSearchFamily } from './substring-search.ts';
import { textShapesFamily } from './text-shapes.ts';
import { topologicalOrderFamily } from './topological-order.ts';
import { unionFindFamily } from './union-find.ts';
import { wordFrequencyFamily } from './word-frequency.ts';

/** Every family, in the order of names. */
export const FAMILIES: readonly Family[] = [
  anagramsFamily,
  baseConversionFamily,
  binarySearchFamily,
  breadthFirstFamily,
  bubbleSortFamily,
  caesarFamily,
  calculatorFamily,
  calendarFamily,
  climbingStairsFamily,
  coinChangeFamily,
  collatzFamily,
  commonSubsequenceFamily,
  countingSortFamily,
  csvLineFamily,
  dedupeFamily,
  depthFirstFamily,
  digitSumFamily,
  divisorsFamily,
  doubleRecursionFamily,
  editDistanceFamily,
  extremesFamily,
  fibonacciFamily,
  fizzbuzzFamily,
  floodFillFamily,
  gameOfLifeFamily,
  gcdFamily,
  gradebookFamily,
  gridPathsFamily,
  groupingFamily,
  hanoiFamily,
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
  pairSearchFamily,
  palindromeFamily,
  partitionFamily,
  permutationsFamily,
  prefixSumsFamily,
  primeFactorsFamily,
  primesFamily,
  quickSortFamily,
  romanNumeralsFamily,
  rotateFamily,
  runLengthFamily,
  runningTotalsFamily,
  selectionSortFamily,
  setOperationsFamily,
  shortestPathFamily,
  sieveFamily,
  slidingWindowFamily,
  spiralFamily,
  subsetsFamily,
  substringSearchFamily,
  textShapesFamily,
  topologicalOrderFamily,
  unionFindFamily,
  wordFrequencyFamily,
];

const byName = new Map(FAMILIES.map((family) => [family.name, family]));

/** The family with this name, or undefined. */
export const familyNamed = (name: string): Family | undefined => byName.get(name);
