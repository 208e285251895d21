import type { Command } from 'commander';

export function command(name: string, about: string): Command;
export function wholeNumber(text: string): number;
export function listOf<T extends string>(known: readonly T[]): (text: string) => T[];
