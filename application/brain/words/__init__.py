"""Reading shopping talk in English, Swahili and Sheng by rule and lexicon."""
