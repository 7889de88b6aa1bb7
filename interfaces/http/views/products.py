def products(*a, **k):
    raise NotImplementedError


def media_type(*a, **k):
    raise NotImplementedError
