import type { Command } from 'commander';

export function command(name: string, about: string, example?: string): Command;
export function wholeNumber(text: string): number;
export function wholeNumbers(text: string): number[];
export function seconds(text: string): number;
export function oneOf<T extends string>(known: readonly T[]): (text: string) => T;
export function listOf<T extends string>(known: readonly T[]): (text: string) => T[];
export function file(path: string): string;
export function files(path: string, before?: string[]): string[];
export function needsBuild(program: Command): void;
export function jsonOf(program: Command, path: string): unknown;
export function rowsOf(program: Command, path: string): unknown[];
