def orders(*a, **k):
    raise NotImplementedError


def order(*a, **k):
    raise NotImplementedError


def must_exist(*a, **k):
    raise NotImplementedError
