def conversations(*a, **k):
    raise NotImplementedError


def conversation(*a, **k):
    raise NotImplementedError
