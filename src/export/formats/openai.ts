// OpenAI's fine-tuning files: messages with nothing but role and content.
import { chatOf, type Format } from '../format.ts';

export const openai: Format = {
  name: 'openai',
  summary: 'chats for the fine-tuning API',
  consumer: 'OpenAI fine-tuning',
  homes: ['think-tag'],
  row: (row) => ({ messages: chatOf(row, 'think-tag') }),
};
