# mypy: ignore-errors
"""The two nets in torch, laid out so that every convolution exports as one weight and one bias."""

import torch
from torch import nn
from torch.nn import functional

MASK_WIDTHS = (16, 32, 64, 96)
EYE_WIDTHS = (24, 40, 72, 96)
EYE_DEPTHS = (1, 2, 2, 1)


class Conv(nn.Module):
    """3x3 (or 1x1) convolution and batch norm, folded into one at export."""

    def __init__(self, inside: int, outside: int, stride: int = 1, size: int = 3) -> None:
        super().__init__()
        self.conv = nn.Conv2d(inside, outside, size, stride, size // 2, bias=False)
        self.norm = nn.BatchNorm2d(outside)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.norm(self.conv(x))

    def folded(self) -> tuple[torch.Tensor, torch.Tensor]:
        """Weight and bias of the same map without the norm."""
        gain = self.norm.weight / torch.sqrt(self.norm.running_var + self.norm.eps)
        return self.conv.weight * gain[:, None, None, None], self.norm.bias - self.norm.running_mean * gain


class Segmenter(nn.Module):
    """U-Net, 3x64x64 picture to 64x64 logits of "this is garment"."""

    def __init__(self) -> None:
        super().__init__()
        a, b, c, d = MASK_WIDTHS
        self.e1, self.e2, self.e2b = Conv(3, a), Conv(a, b, 2), Conv(b, b)
        self.e3, self.e3b = Conv(b, c, 2), Conv(c, c)
        self.e4, self.e4b = Conv(c, d, 2), Conv(d, d)
        self.d3, self.d2, self.d1 = Conv(d + c, c), Conv(c + b, b), Conv(b + a, a)
        self.last = nn.Conv2d(a, 1, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        e1 = functional.relu(self.e1(x))
        e2 = functional.relu(self.e2b(functional.relu(self.e2(e1))))
        e3 = functional.relu(self.e3b(functional.relu(self.e3(e2))))
        e4 = functional.relu(self.e4(e3))
        e4 = functional.relu(self.e4b(e4) + e4.mean((2, 3), keepdim=True))
        d3 = functional.relu(self.d3(torch.cat([functional.interpolate(e4, scale_factor=2.0), e3], 1)))
        d2 = functional.relu(self.d2(torch.cat([functional.interpolate(d3, scale_factor=2.0), e2], 1)))
        d1 = functional.relu(self.d1(torch.cat([functional.interpolate(d2, scale_factor=2.0), e1], 1)))
        return self.last(d1)[:, 0]


class Block(nn.Module):
    """Two convolutions and a way around them."""

    def __init__(self, inside: int, outside: int, stride: int) -> None:
        super().__init__()
        self.a, self.b = Conv(inside, outside, stride), Conv(outside, outside)
        self.way = Conv(inside, outside, stride, 1) if inside != outside else None

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        around = x if self.way is None else self.way(x)
        return functional.relu(self.b(functional.relu(self.a(x))) + around)


class Embedder(nn.Module):
    """Mini-ResNet, 4x64x64 view (colour and mask) to a 128-d direction and class logits."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.stem = Conv(4, EYE_WIDTHS[0], 2)
        blocks, inside = [], EYE_WIDTHS[0]
        for stage, (width, depth) in enumerate(zip(EYE_WIDTHS, EYE_DEPTHS, strict=True)):
            for i in range(depth):
                blocks.append(Block(inside, width, 2 if stage and not i else 1))
                inside = width
        self.blocks = nn.Sequential(*blocks)
        self.direction = nn.Linear(2 * inside, 128)
        self.kind = nn.Linear(128, classes)

    def forward(self, x: torch.Tensor, drop: float = 0.0) -> tuple[torch.Tensor, torch.Tensor]:
        x = self.blocks(functional.relu(self.stem(x)))
        pooled = torch.cat([x.mean((2, 3)), x.amax((2, 3))], 1)
        direction = self.direction(functional.dropout(pooled, drop, self.training))
        return functional.normalize(direction, dim=1), self.kind(direction)


def exported(net: nn.Module, prefix: str) -> dict[str, torch.Tensor]:
    """Every layer as `<prefix>.<path>.w` and `.b`, norms folded in."""
    arrays = {}
    for path, layer in net.named_modules():
        if isinstance(layer, Conv):
            arrays[f"{prefix}.{path}.w"], arrays[f"{prefix}.{path}.b"] = layer.folded()
        elif isinstance(layer, nn.Linear) or path == "last":
            arrays[f"{prefix}.{path}.w"], arrays[f"{prefix}.{path}.b"] = layer.weight, layer.bias
    return arrays
