// Chats of two messages: TRL's SFTTrainer, axolotl, most trainers.
import { chatOf, HOMES, type Format } from '../format.ts';

export const messages: Format = {
  name: 'messages',
  summary: 'a chat of two messages a row',
  consumer: 'TRL SFTTrainer, axolotl (chat_template), torchtune',
  homes: HOMES,
  row: (row, home) => ({ messages: chatOf(row, home) }),
};
