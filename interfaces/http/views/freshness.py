def lag(*a, **k):
    raise NotImplementedError


def position(*a, **k):
    raise NotImplementedError
