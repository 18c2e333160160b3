"""Bags: sums of rows and their gradient are those of torch's own embedding bags."""

from __future__ import annotations

import numpy as np
import torch
from torch.nn import functional

from index.train_bags import Bag

TEXTS = [np.array(ids, np.int64) for ids in ([0, 3, 3], [], [4], [1, 2, 0, 4])]


def test_sums_and_gradients_equal_those_of_embedding_bags() -> None:
    table = torch.randn(6, 5, generator=torch.manual_seed(1)).requires_grad_()
    ours = Bag(TEXTS, 6).sums(table)
    starts = torch.tensor([0, 3, 3, 4])
    theirs = functional.embedding_bag(
        torch.from_numpy(np.concatenate(TEXTS)), table, starts, mode="sum"
    )
    torch.testing.assert_close(ours, theirs)
    slope = torch.randn(4, 5)
    gradients = [torch.autograd.grad(sums, table, slope)[0] for sums in (ours, theirs)]
    torch.testing.assert_close(*gradients)
