"""Holds exports against what their consumers' own code says of a row: TRL's data utilities and a chat template, the message
types of the OpenAI package. Argument: the folder of the exports. Prints a line a check; an exception ends it.

TRL's trainers need PyTorch and are not run: of `trl-stepwise` only what PRMTrainer's documentation asks of a row is checked.
"""
import json
import sys
import warnings

from openai.types.chat import ChatCompletionMessageParam
from pydantic import TypeAdapter
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast

warnings.filterwarnings('ignore')
from trl.data_utils import apply_chat_template, is_conversational, maybe_convert_to_chatml  # noqa: E402

exports = sys.argv[1]
TEMPLATE = '{% for m in messages %}<{{ m.role }}>{{ m.content }}</{{ m.role }}>{% endfor %}'


def rows(name):
    with open(f'{exports}/{name}/train.jsonl') as file:
        return [json.loads(line) for line in file]


def tokenizer():
    plain = Tokenizer(models.WordLevel({'?': 0}, unk_token='?'))
    plain.pre_tokenizer = pre_tokenizers.Whitespace()
    return PreTrainedTokenizerFast(tokenizer_object=plain, unk_token='?', chat_template=TEMPLATE)


words = tokenizer()
for row in rows('messages'):
    assert is_conversational(row), row
    text = apply_chat_template({'messages': row['messages']}, words)['text']
    assert all(message['content'] in text for message in row['messages'])
print(f"trl: messages: {len(rows('messages'))} conversations go through a chat template")

for row in rows('prompt-completion'):
    assert {'prompt', 'completion'} <= row.keys()
    if is_conversational(row):
        apply_chat_template({key: row[key] for key in ('prompt', 'completion')}, words)
    else:
        assert isinstance(row['prompt'], str) and isinstance(row['completion'], str)
print(f"trl: prompt-completion: {len(rows('prompt-completion'))} rows of a type that SFTTrainer takes")

for row in rows('sharegpt'):
    turns = maybe_convert_to_chatml(row)['messages']
    roles = [turn['role'] for turn in turns if turn['role'] != 'system']
    # names of roles are the reader's to map: ShareGPT calls them so
    assert roles == ['human', 'gpt'] and all(turn['content'] for turn in turns), turns
print(f"trl: sharegpt: {len(rows('sharegpt'))} conversations are read turn by turn")

for row in rows('trl-stepwise'):
    assert isinstance(row['prompt'], str)
    assert len(row['completions']) == len(row['labels']) > 0
    assert all(isinstance(step, str) for step in row['completions'])
    assert all(isinstance(label, bool) for label in row['labels'])
print(f"trl: trl-stepwise: {len(rows('trl-stepwise'))} rows, a label for every step")

message_types = TypeAdapter(list[ChatCompletionMessageParam])
for row in rows('openai'):
    read = message_types.validate_python(row['messages'])
    assert [m['role'] for m in read] in (['user', 'assistant'], ['system', 'user', 'assistant'])
print(f"openai: {len(rows('openai'))} rows of messages as the package types them")
