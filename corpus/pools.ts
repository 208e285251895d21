// The words that exercises are about: people, things, places, texts. Pure data and draws from it.
// Knows nothing of programs.

import type { Draw } from './draw.ts';

// prettier-ignore
export const PEOPLE = [
  'Ada', 'Amir', 'Anna', 'Ben', 'Bruno', 'Carla', 'Chen', 'Dana', 'David', 'Elena', 'Emil', 'Fatima', 'Felix',
  'Grace', 'Hana', 'Hugo', 'Ines', 'Ivan', 'Jonas', 'Kofi', 'Lara', 'Leo', 'Maya', 'Mei', 'Nadia', 'Nils',
  'Olga', 'Omar', 'Paul', 'Priya', 'Rosa', 'Sami', 'Sofia', 'Tariq', 'Tom', 'Uma', 'Vera', 'Yuki', 'Zoe',
] as const;

// prettier-ignore
export const CITIES = [
  'Accra', 'Athens', 'Berlin', 'Bogota', 'Cairo', 'Delhi', 'Dublin', 'Geneva', 'Hanoi', 'Havana', 'Kyoto', 'Lagos',
  'Lima', 'Lisbon', 'London', 'Madrid', 'Oslo', 'Paris', 'Porto', 'Prague', 'Quito', 'Riga', 'Rome', 'Seoul', 'Sofia',
  'Tokyo', 'Tunis', 'Turin', 'Vienna', 'Zagreb',
] as const;

/** Common English words of three to eight letters. */
// prettier-ignore
export const WORDS = [
  'apple', 'autumn', 'badge', 'bamboo', 'banana', 'barrel', 'basket', 'beach', 'bell', 'berry', 'blanket', 'book',
  'bottle', 'branch', 'bread', 'bridge', 'butter', 'button', 'cabin', 'candle', 'canyon', 'carpet', 'castle', 'cedar',
  'cheese', 'cherry', 'circle', 'cliff', 'clock', 'cloud', 'coffee', 'copper', 'corner', 'cotton', 'cradle', 'dragon',
  'dream', 'drum', 'eagle', 'echo', 'ember', 'engine', 'feather', 'fern', 'field', 'flame', 'flower', 'forest',
  'fossil', 'garden', 'ginger', 'glass', 'guitar', 'hammer', 'harbor', 'hazel', 'hill', 'honey', 'island', 'ivory',
  'jacket', 'jungle', 'kettle', 'key', 'kitten', 'ladder', 'lagoon', 'lantern', 'leaf', 'lemon', 'letter', 'lime',
  'magnet', 'maple', 'marble', 'meadow', 'melon', 'mirror', 'moon', 'mountain', 'needle', 'noon', 'oak', 'ocean',
  'olive', 'onion', 'orange', 'otter', 'paper', 'parrot', 'peach', 'pebble', 'pencil', 'pepper', 'piano', 'pillow',
  'planet', 'pocket', 'pond', 'puzzle', 'rabbit', 'radar', 'rain', 'ribbon', 'river', 'rocket', 'saddle', 'sail',
  'salmon', 'sand', 'shadow', 'silver', 'snow', 'spoon', 'spring', 'stone', 'storm', 'summer', 'sun', 'swing',
  'table', 'thunder', 'tiger', 'timber', 'tree', 'tunnel', 'valley', 'velvet', 'village', 'violin', 'wagon', 'walnut',
  'water', 'whistle', 'willow', 'window', 'winter', 'wolf', 'wood', 'yarn', 'zebra',
] as const;

// prettier-ignore
const ADJECTIVES = [
  'big', 'bright', 'brown', 'calm', 'clever', 'cold', 'dark', 'early', 'fresh', 'gentle', 'green', 'happy', 'hungry',
  'late', 'lazy', 'little', 'lonely', 'loud', 'lucky', 'new', 'old', 'proud', 'quick', 'quiet', 'red', 'sleepy',
  'small', 'soft', 'strange', 'tall', 'tired', 'warm', 'wild', 'wise', 'young',
] as const;

// prettier-ignore
const CREATURES = [
  'baker', 'bear', 'bird', 'boy', 'captain', 'cat', 'cook', 'cow', 'dog', 'duck', 'farmer', 'fish', 'fox', 'frog',
  'girl', 'goat', 'goose', 'hen', 'horse', 'king', 'lion', 'monkey', 'mouse', 'owl', 'painter', 'pig', 'pilot',
  'queen', 'rabbit', 'sailor', 'sheep', 'singer', 'teacher', 'tiger', 'turtle', 'wolf',
] as const;

// prettier-ignore
const VERBS = [
  'asks', 'brings', 'builds', 'calls', 'carries', 'chases', 'draws', 'feeds', 'finds', 'follows', 'greets', 'hears',
  'helps', 'hides', 'holds', 'invites', 'leads', 'likes', 'meets', 'misses', 'names', 'paints', 'pushes', 'saves',
  'sees', 'teaches', 'thanks', 'trusts', 'visits', 'watches',
] as const;

/** A kind of things that a program may count, price or store, with what such a program would call them. */
export interface Theme {
  /** one such thing, as a variable */
  item: string;
  /** many of them, as a variable */
  items: string;
  things: readonly string[];
  /** usual price of one, in cents */
  price: readonly [low: number, high: number];
}

// prettier-ignore
export const THEMES: readonly Theme[] = [
  { item: 'fruit', items: 'fruits', things: ['apple', 'banana', 'cherry', 'fig', 'grape', 'kiwi', 'lemon', 'mango', 'melon', 'orange', 'peach', 'pear', 'plum'], price: [20, 350] },
  { item: 'pastry', items: 'pastries', things: ['bagel', 'baguette', 'brioche', 'cookie', 'croissant', 'donut', 'muffin', 'pretzel', 'scone', 'tart', 'waffle'], price: [90, 450] },
  { item: 'tool', items: 'tools', things: ['chisel', 'clamp', 'drill', 'file', 'hammer', 'level', 'pliers', 'saw', 'shovel', 'wrench'], price: [400, 9000] },
  { item: 'part', items: 'parts', things: ['axle', 'bearing', 'belt', 'bolt', 'cable', 'filter', 'gear', 'nut', 'screw', 'spring', 'valve', 'washer'], price: [5, 1200] },
  { item: 'book', items: 'books', things: ['atlas', 'cookbook', 'diary', 'fable', 'manual', 'memoir', 'novel', 'poems', 'thriller'], price: [600, 3500] },
  { item: 'drink', items: 'drinks', things: ['cocoa', 'coffee', 'cola', 'juice', 'lemonade', 'milk', 'smoothie', 'tea', 'water'], price: [100, 600] },
  { item: 'plant', items: 'plants', things: ['aloe', 'basil', 'cactus', 'daisy', 'fern', 'ivy', 'lily', 'mint', 'orchid', 'rose', 'sage', 'tulip'], price: [150, 2800] },
  { item: 'toy', items: 'toys', things: ['ball', 'blocks', 'doll', 'drum', 'kite', 'puzzle', 'robot', 'top', 'train', 'yoyo'], price: [200, 5000] },
  { item: 'supply', items: 'supplies', things: ['binder', 'crayon', 'eraser', 'folder', 'glue', 'marker', 'notebook', 'paper', 'pen', 'pencil', 'ruler', 'stapler', 'tape'], price: [15, 1500] },
  { item: 'dish', items: 'dishes', things: ['burger', 'curry', 'dumplings', 'noodles', 'pasta', 'pizza', 'ramen', 'risotto', 'salad', 'soup', 'stew', 'tacos'], price: [450, 2400] },
];

// prettier-ignore
export const SUBJECTS = [
  'art', 'biology', 'chemistry', 'drama', 'french', 'geography', 'history', 'latin', 'math', 'music', 'physics',
  'spanish', 'sports',
] as const;

/** Numbers that stand for something, with what a program would call them. */
export interface Measure {
  item: string;
  items: string;
  range: readonly [low: number, high: number];
}

export const MEASURES: readonly Measure[] = [
  { item: 'score', items: 'scores', range: [0, 100] },
  { item: 'price', items: 'prices', range: [1, 99] },
  { item: 'age', items: 'ages', range: [4, 90] },
  { item: 'temperature', items: 'temperatures', range: [-12, 38] },
  { item: 'height', items: 'heights', range: [90, 200] },
  { item: 'weight', items: 'weights', range: [1, 80] },
  { item: 'reading', items: 'readings', range: [-50, 150] },
  { item: 'distance', items: 'distances', range: [1, 60] },
  { item: 'vote', items: 'votes', range: [0, 40] },
  { item: 'point', items: 'points', range: [-10, 30] },
  { item: 'level', items: 'levels', range: [1, 50] },
  { item: 'sale', items: 'sales', range: [0, 75] },
  { item: 'number', items: 'numbers', range: [-20, 60] },
  { item: 'value', items: 'values', range: [-30, 99] },
];

/**
 * A little story of at least `count` words, lower-case and without punctuation. Its cast is small, so that
 * words come back as they do in texts.
 */
export function phrase(draw: Draw, count: number): string[] {
  const cast = draw.sample(CREATURES, count < 8 ? 2 : 3);
  const deeds = draw.sample(VERBS, 2);
  const looks = draw.sample(ADJECTIVES, 2);
  const words: string[] = [];
  while (words.length < count) {
    if (words.length > 0) words.push(draw.pick(['and', 'while', 'but', 'then']));
    const [who, whom] = draw.sample(cast, 2);
    words.push('the', ...(draw.chance(0.4) ? [draw.pick(looks)] : []), who, draw.pick(deeds));
    words.push('the', ...(draw.chance(0.3) ? [draw.pick(looks)] : []), whom);
  }
  return words;
}
