// A teacher's gradebook: letters for scores, totals and ranks, the best of each subject.

import { expr, stmts } from '../../grammar/quote.ts';
import { dict, literal, real, tuple } from '../data.ts';
import { defineFamily } from '../family.ts';
import { PEOPLE, SUBJECTS } from '../pools.ts';

interface Plan {
  goal:
    'letter' | 'letters' | 'averages' | 'passed' | 'best-of-subject' | 'report' | 'drop-lowest' | 'ranking';
  students: string[];
  subjects: string[];
  /** one row a student, one column a subject */
  scores: number[][];
  /** the least score for each of A, B and C */
  bars: [number, number, number];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const letterOf = (score: number, bars: readonly number[]): string =>
  'ABCF'[bars.filter((bar) => score < bar).length];

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  1: ['letter'],
  2: ['letters'],
  3: ['averages'],
  4: ['passed', 'drop-lowest'],
  5: ['best-of-subject', 'drop-lowest'],
  6: ['report'],
  7: ['report', 'best-of-subject', 'passed'],
  8: ['ranking'],
  9: ['ranking'],
  10: ['ranking'],
};

export const gradebookFamily = defineFamily<Plan>({
  name: 'gradebook',
  title: 'A gradebook',
  topics: ['dicts', 'lists', 'floats', 'loops'],
  ladder: [
    [1, 'the letter for a score'],
    [2, 'letters for a few students'],
    [3, 'averages'],
    [4, 'who has passed, or averages without the worst score'],
    [5, 'the best student of each subject'],
    [6, 'a report with averages and letters'],
    [7, 'more students and subjects'],
    [8, 'a class ranked by weighted marks'],
    [9, 'more students'],
    [10, 'more marks'],
  ],
  plan(draw, level) {
    if (level >= 8) {
      const count = [3, 4, 5][level - 8];
      const each = [3, 4, 5][level - 8];
      return {
        goal: 'ranking',
        students: draw.sample(PEOPLE, count),
        subjects: ['homework', 'tests'],
        scores: draw.list(count, () => [...draw.ints(each, 5, 10), ...draw.ints(each - 1, 40, 100)]),
        bars: [draw.pick([20, 30, 40]), 0, each],
      };
    }
    const goal = draw.pick(GOALS[level]);
    const students = draw.sample(PEOPLE, [1, 3, 2, 3, 3, 3, 5][level - 1]);
    const subjects = draw.sample(
      SUBJECTS,
      goal === 'letter' || goal === 'letters' ? 1 : [1, 1, 2, 3, 3, 3, 4][level - 1],
    );
    const best = draw.pick([80, 85, 90, 92]);
    return {
      goal,
      students,
      subjects,
      scores: students.map(() => draw.ints(subjects.length, 45, 100)),
      bars: [best, best - 10, best - draw.pick([20, 25, 30])],
    };
  },
  write({ goal, students, subjects, scores, bars }, draw) {
    const [a, b, c] = bars;
    const names = {
      score: ['points', 'mark', 'result'],
      scores: ['marks', 'points', 'results'],
      name: ['student', 'pupil', 'who'],
      grades: ['letters', 'table', 'answer'],
      total: ['points_total', 'acc'],
      best: ['top', 'leader', 'winner'],
      book: ['gradebook', 'records', 'students'],
    };
    const letter = draw.pick([
      stmts`
        def letter_grade(score: int) -> str:
            if score >= ${a}:
                return 'A'
            if score >= ${b}:
                return 'B'
            if score >= ${c}:
                return 'C'
            return 'F'`,
      stmts`
        def letter_grade(score: int) -> str:
            if score >= ${a}:
                grade = 'A'
            elif score >= ${b}:
                grade = 'B'
            elif score >= ${c}:
                grade = 'C'
            else:
                grade = 'F'
            return grade`,
      stmts`
        LIMITS = [(${a}, 'A'), (${b}, 'B'), (${c}, 'C')]

        def letter_grade(score: int) -> str:
            for limit, grade in LIMITS:
                if score >= limit:
                    return grade
            return 'F'`,
    ]);
    const bySubject = literal(
      dict(students.map((name, i) => [name, dict(subjects.map((s, j) => [s, scores[i][j]]))])),
    );
    const lists = literal(dict(students.map((name, i) => [name, scores[i]])));
    switch (goal) {
      case 'ranking': {
        const [share, , each] = bars;
        const book = dict(
          students.map((name, i) => [
            name,
            dict([
              ['homework', scores[i].slice(0, each)],
              ['tests', scores[i].slice(each)],
            ]),
          ]),
        );
        const mean = draw.pick([
          stmts`
            def mean_without_worst(scores: list[int]) -> int:
                total = 0
                worst = scores[0]
                for score in scores:
                    total += score
                    if score < worst:
                        worst = score
                return (total - worst) // (len(scores) - 1)`,
          stmts`
            def mean_without_worst(scores: list[int]) -> int:
                worst = 0
                for i in range(1, len(scores)):
                    if scores[i] < scores[worst]:
                        worst = i
                kept = scores[:worst] + scores[worst + 1:]
                return sum(kept) // len(kept)`,
        ]);
        const final = stmts`
          def final_score(marks: dict[str, list[int]]) -> int:
              homework = 10 * mean_without_worst(marks['homework'])
              tests = mean_without_worst(marks['tests'])
              return (${share} * homework + ${100 - share} * tests) // 100`;
        const main = draw.pick([
          stmts`
            def ranking(book: dict[str, dict[str, list[int]]]) -> list[tuple[int, str, int]]:
                finals = {name: final_score(marks) for name, marks in book.items()}
                table: list[tuple[int, str, int]] = []
                for name, points in finals.items():
                    place = 1
                    for other in finals.values():
                        if other > points:
                            place += 1
                    table.append((place, name, points))
                return sorted(table)`,
          stmts`
            def ranking(book: dict[str, dict[str, list[int]]]) -> list[tuple[int, str, int]]:
                finals: dict[str, int] = {}
                order: list[str] = []
                for name, marks in book.items():
                    finals[name] = final_score(marks)
                    at = 0
                    while at < len(order) and (-finals[order[at]], order[at]) < (-finals[name], name):
                        at += 1
                    order.insert(at, name)
                table: list[tuple[int, str, int]] = []
                place = 0
                for position, name in enumerate(order, start=1):
                    if position == 1 or finals[name] < finals[order[position - 2]]:
                        place = position
                    table.append((place, name, finals[name]))
                return table`,
        ]);
        return {
          body: [...mean, ...final, ...main],
          call: expr`ranking(${literal(book)})`,
          names: {
            ranking: ['rank_class', 'league_table', 'standings'],
            final_score: ['grade', 'weighted_score'],
            mean_without_worst: ['trimmed_mean', 'drop_worst'],
            book: ['gradebook', 'class_marks'],
            finals: ['results', 'totals'],
            worst: ['lowest', 'weakest'],
          },
          doc: 'Rank the students of the {book}: equal results share a place.',
        };
      }
      case 'letter':
        return {
          body: letter,
          call: expr`letter_grade(${scores[0][0]})`,
          names: {
            ...names,
            letter_grade: ['grade', 'to_letter', 'grade_for'].filter((w) => w !== 'grade'),
            grade: ['letter', 'result'],
          },
          doc: 'Return the letter for a {score}.',
        };
      case 'letters': {
        const main = draw.pick([
          stmts`
            def grade_all(scores: dict[str, int]) -> dict[str, str]:
                grades: dict[str, str] = {}
                for name, score in scores.items():
                    grades[name] = letter_grade(score)
                return grades`,
          stmts`
            def grade_all(scores: dict[str, int]) -> dict[str, str]:
                return {name: letter_grade(score) for name, score in scores.items()}`,
        ]);
        const argument = literal(dict(students.map((name, i) => [name, scores[i][0]])));
        return {
          body: [...letter, ...main],
          call: expr`grade_all(${argument})`,
          names: {
            ...names,
            score: ['mark', 'value'],
            scores: ['marks', 'results'],
            letter_grade: ['to_letter', 'grade_for'],
            grade_all: ['assign_grades', 'grade_class'],
          },
        };
      }
      case 'averages': {
        const main = draw.pick([
          stmts`
            def averages(book: dict[str, list[int]]) -> dict[str, float]:
                result: dict[str, float] = {}
                for name, scores in book.items():
                    result[name] = sum(scores) / len(scores)
                return result`,
          stmts`
            def average(scores: list[int]) -> float:
                total = 0
                for score in scores:
                    total += score
                return total / len(scores)

            def averages(book: dict[str, list[int]]) -> dict[str, float]:
                return {name: average(scores) for name, scores in book.items()}`,
        ]);
        return {
          body: main,
          call: expr`averages(${lists})`,
          names: {
            ...names,
            score: ['mark', 'value'],
            scores: ['marks', 'row'],
            averages: ['mean_scores', 'class_averages'],
            average: ['mean', 'mean_of'],
          },
        };
      }
      case 'passed': {
        const main = draw.pick([
          stmts`
            def passed(book: dict[str, dict[str, int]], limit: int) -> list[str]:
                result: list[str] = []
                for name, scores in book.items():
                    failed = 0
                    for score in scores.values():
                        if score < limit:
                            failed += 1
                    if failed == 0:
                        result.append(name)
                return result`,
          stmts`
            def passed(book: dict[str, dict[str, int]], limit: int) -> list[str]:
                return [name for name in book if min(book[name].values()) >= limit]`,
          stmts`
            def has_passed(scores: dict[str, int], limit: int) -> bool:
                for subject in scores:
                    if scores[subject] < limit:
                        return False
                return True

            def passed(book: dict[str, dict[str, int]], limit: int) -> list[str]:
                return [name for name, scores in book.items() if has_passed(scores, limit)]`,
        ]);
        return {
          body: main,
          call: expr`passed(${bySubject}, ${c})`,
          names: {
            ...names,
            score: ['mark', 'value'],
            scores: ['marks', 'row'],
            passed: ['who_passed', 'successful'],
            limit: ['pass_mark', 'minimum'],
            failed: ['misses', 'bad'],
          },
          doc: 'List those who have at least {limit} in every subject.',
        };
      }
      case 'drop-lowest': {
        const main = draw.pick([
          stmts`
            def final_scores(book: dict[str, list[int]]) -> dict[str, int]:
                result: dict[str, int] = {}
                for name, scores in book.items():
                    kept = sorted(scores)[1:]
                    result[name] = sum(kept)
                return result`,
          stmts`
            def final_scores(book: dict[str, list[int]]) -> dict[str, int]:
                result: dict[str, int] = {}
                for name in book:
                    total = 0
                    lowest = book[name][0]
                    for score in book[name]:
                        total += score
                        lowest = min(lowest, score)
                    result[name] = total - lowest
                return result`,
        ]);
        return {
          body: main,
          call: expr`final_scores(${lists})`,
          names: {
            ...names,
            score: ['mark', 'value'],
            scores: ['marks', 'row'],
            final_scores: ['drop_lowest', 'totals_without_worst'],
            lowest: ['worst', 'smallest'],
          },
          doc: 'Add up the scores of each student without the lowest.',
        };
      }
      case 'best-of-subject': {
        const main = draw.pick([
          stmts`
            def best_students(book: dict[str, dict[str, int]]) -> dict[str, str]:
                best: dict[str, str] = {}
                for name, scores in book.items():
                    for subject, score in scores.items():
                        if subject not in best or score > book[best[subject]][subject]:
                            best[subject] = name
                return best`,
          stmts`
            def best_in(book: dict[str, dict[str, int]], subject: str) -> str:
                best = ''
                highest = -1
                for name in book:
                    if book[name][subject] > highest:
                        best = name
                        highest = book[name][subject]
                return best

            def best_students(book: dict[str, dict[str, int]]) -> dict[str, str]:
                subjects = list(book.values())[0].keys()
                return {subject: best_in(book, subject) for subject in subjects}`,
        ]);
        return {
          body: main,
          call: expr`best_students(${bySubject})`,
          names: {
            ...names,
            score: ['mark', 'value'],
            scores: ['marks', 'row'],
            best_students: ['subject_winners', 'top_of_subject'],
            best_in: ['winner_of', 'top_in'],
          },
        };
      }
      case 'report': {
        const main = draw.pick([
          stmts`
            def report(book: dict[str, list[int]]) -> list[tuple[str, int, str]]:
                rows: list[tuple[str, int, str]] = []
                for name, scores in book.items():
                    mean = sum(scores) // len(scores)
                    rows.append((name, mean, letter_grade(mean)))
                rows.sort(key=lambda row: (-row[1], row[0]))
                return rows`,
          stmts`
            def mean_of(scores: list[int]) -> int:
                total = 0
                for score in scores:
                    total += score
                return total // len(scores)

            def report(book: dict[str, list[int]]) -> list[tuple[str, int, str]]:
                means = {name: mean_of(scores) for name, scores in book.items()}
                ranking = sorted(means, key=lambda name: (-means[name], name))
                return [(name, means[name], letter_grade(means[name])) for name in ranking]`,
        ]);
        return {
          body: [...letter, ...main],
          call: expr`report(${lists})`,
          names: {
            ...names,
            score: ['mark', 'value'],
            scores: ['marks', 'results'],
            letter_grade: ['to_letter', 'grade_for'],
            report: ['final_report', 'class_report'],
            mean: ['average', 'middle'],
            rows: ['lines', 'entries'],
          },
          doc: 'Return name, mean and letter of each student, best first.',
        };
      }
    }
  },
  reference({ goal, students, subjects, scores, bars }) {
    const mean = (row: number[]): number => Math.floor(sum(row) / row.length);
    switch (goal) {
      case 'ranking': {
        const [share, , each] = bars;
        const trimmed = (row: number[]): number =>
          Math.floor((sum(row) - Math.min(...row)) / (row.length - 1));
        const finals = scores.map((row) =>
          Math.floor(
            (share * 10 * trimmed(row.slice(0, each)) + (100 - share) * trimmed(row.slice(each))) / 100,
          ),
        );
        return students
          .map((name, i) => ({
            name,
            value: finals[i],
            place: 1 + finals.filter((x) => x > finals[i]).length,
          }))
          .sort((x, y) => x.place - y.place || (x.name < y.name ? -1 : 1))
          .map(({ name, value, place }) => tuple(place, name, value));
      }
      case 'letter':
        return letterOf(scores[0][0], bars);
      case 'letters':
        return dict(students.map((name, i) => [name, letterOf(scores[i][0], bars)]));
      case 'averages':
        return dict(students.map((name, i) => [name, real(sum(scores[i]) / subjects.length)]));
      case 'passed':
        return students.filter((_, i) => scores[i].every((score) => score >= bars[2]));
      case 'drop-lowest':
        return dict(students.map((name, i) => [name, sum(scores[i]) - Math.min(...scores[i])]));
      case 'best-of-subject':
        return dict(
          subjects.map((subject, j) => {
            const column = scores.map((row) => row[j]);
            return [subject, students[column.indexOf(Math.max(...column))]];
          }),
        );
      case 'report':
        return students
          .map((name, i) => ({ name, value: mean(scores[i]) }))
          .sort((x, y) => y.value - x.value || (x.name < y.name ? -1 : 1))
          .map(({ name, value }) => tuple(name, value, letterOf(value, bars)));
    }
  },
  example: {
    plan: {
      goal: 'passed',
      students: ['Ada', 'Ben'],
      subjects: ['art', 'math'],
      scores: [
        [90, 61],
        [59, 80],
      ],
      bars: [90, 75, 60],
    },
    answer: "['Ada']",
  },
});
