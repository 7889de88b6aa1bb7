# mypy: ignore-errors
"""What happens to a photo on its way to us, done at random to a whole batch at once."""

import torch
from torch.nn import functional

SIDE = 64


def uniform(count: int, low: float, high: float) -> torch.Tensor:
    """Even chance between two bounds."""
    return torch.empty(count).uniform_(low, high)


def chance(count: int, share: float) -> torch.Tensor:
    """True for about this share."""
    return torch.rand(count) < share


def taken(
    images: torch.Tensor, centre: torch.Tensor, size: torch.Tensor, turn: torch.Tensor, side: int = SIDE
) -> torch.Tensor:
    """Windows of the pictures, side x side; outside a picture is zero.

    Shape: centre and size (N, 2) as x, y in -1..1 with 1 = the whole picture; turn in radians.
    Mirrors by chance.
    """
    flip = torch.where(chance(len(images), 0.5), -1.0, 1.0)
    cos, sin = turn.cos(), turn.sin()
    rows = [size[:, 0] * cos * flip, -size[:, 0] * sin, centre[:, 0]]
    rows += [size[:, 1] * sin * flip, size[:, 1] * cos, centre[:, 1]]
    grid = functional.affine_grid(
        torch.stack(rows, 1).view(-1, 2, 3), [len(images), 1, side, side], align_corners=False
    )
    return functional.grid_sample(images, grid, mode="bilinear", padding_mode="zeros", align_corners=False)


def whole_windows(count: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Windows around the whole picture: mostly crops, some with room around (a frame, a zoom-out)."""
    scale = torch.where(chance(count, 0.25), uniform(count, 1.0, 1.9), uniform(count, 0.68, 1.02))
    stretch = uniform(count, -0.22, 0.22).exp()
    size = torch.stack([scale * stretch, scale / stretch], 1)
    room = (1.05 - size).clamp(min=0) + (size - 1).clamp(min=0) * 0.6
    centre = room * torch.empty(count, 2).uniform_(-1, 1)
    turn = torch.where(chance(count, 0.6), uniform(count, -0.28, 0.28), torch.zeros(count))
    return centre, size, turn


def flat_or_soft(count: int, side: int) -> torch.Tensor:
    """Backgrounds nobody photographed: one colour, or one colour running into another."""
    first, second = torch.rand(count, 3, 1, 1), torch.rand(count, 3, 1, 1)
    white = chance(count, 0.4)[:, None, None, None]
    first = torch.where(white, 0.85 + 0.15 * first, first)
    second = torch.where(chance(count, 0.6)[:, None, None, None], first, second)
    ramp = torch.linspace(0, 1, side).view(1, 1, side, 1)
    return (first * (1 - ramp) + second * ramp).expand(count, 3, side, side)


def framed(images: torch.Tensor) -> torch.Tensor:
    """What lies outside the picture (fifth channel zero) becomes flat: bars of a screenshot, a zoom-out."""
    inside = images[:, 4:5]
    colours = images[:, :3] * inside + flat_or_soft(len(images), images.shape[-1]) * (1 - inside)
    return torch.cat([colours, images[:, 3:4] * inside], 1)


def replaced(images: torch.Tensor, share: float) -> torch.Tensor:
    """Some garments lie on another background: another photo of the batch, or a flat one."""
    others = images[torch.randperm(len(images)), :3].roll(1, 0)
    flat = chance(len(images), 0.5)[:, None, None, None]
    ground = torch.where(flat, flat_or_soft(len(images), images.shape[-1]), others)
    mask = images[:, 3:4]
    moved = torch.cat([images[:, :3] * mask + ground * (1 - mask), mask], 1)
    return torch.where(chance(len(images), share)[:, None, None, None], moved, images)


def relit(images: torch.Tensor, strength: float = 1.0) -> torch.Tensor:
    """Other light: brightness, contrast, temperature; then sometimes blur, coarse pixels and noise."""
    count, colours = len(images), images[:, :3]
    warm = uniform(count, -0.16, 0.16) * strength
    zeros = torch.zeros(count)
    gains = (torch.stack([warm, zeros, -warm], 1) + torch.randn(count, 3) * 0.04).exp()
    gains = gains * (uniform(count, -0.5, 0.42) * strength).exp()[:, None]
    gains = torch.where(chance(count, 0.8)[:, None], gains, torch.ones_like(gains))
    colours = colours * gains[:, :, None, None]
    middle = colours.mean((1, 2, 3), keepdim=True)
    colours = (colours - middle) * (1 + 0.25 * uniform(count, -1, 1))[:, None, None, None] + middle
    colours = _coarsened(colours.clamp(0, 1))
    noisy = chance(count, 0.3)[:, None, None, None] * 0.04 * torch.randn_like(colours)
    return torch.cat([(colours + noisy).clamp(0, 1), images[:, 3:]], 1)


def _coarsened(colours: torch.Tensor) -> torch.Tensor:
    full = colours.shape[-1]
    side = int(full * uniform(1, 0.32, 0.86))
    coarse = functional.interpolate(colours, size=side, mode="bilinear", antialias=True)
    coarse = functional.interpolate(coarse, size=full, mode="bilinear")
    return torch.where(chance(len(colours), 0.3)[:, None, None, None], coarse, colours)
