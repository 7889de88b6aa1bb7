def sales(*a, **k):
    raise NotImplementedError


def top_products(*a, **k):
    raise NotImplementedError


def funnel(*a, **k):
    raise NotImplementedError


def response_time(*a, **k):
    raise NotImplementedError
