// Nouns for what a loop goes over or a container holds. Data only.

export const ELEMENTS =
  /^(?:letter|character|word|number|digit|element|item|value|row|column|entry|entrie|key|dictionary|list|string|dict|index|part|input)s?$/;
