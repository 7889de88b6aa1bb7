"""The graph of the agent's eight nodes: one turn in, proposed commands out.

It runs without a saver. The conversation's facts are the truth; what a turn thought is gone when it ends.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph
from langgraph.runtime import Runtime

from application.agent import routing
from application.agent.nodes.cart_management import cart_management
from application.agent.nodes.checkout import checkout
from application.agent.nodes.confirmation import confirmation
from application.agent.nodes.image_analysis import image_analysis
from application.agent.nodes.payment import payment
from application.agent.nodes.product_search import product_search
from application.agent.nodes.response_generation import response_generation
from application.agent.nodes.size_recommendation import size_recommendation
from application.agent.routing import Node
from application.agent.state import Senses, Turn, TurnState, thinking
from application.commands import Command, HandToPerson

Think = Callable[[TurnState, Senses], TurnState]
Graph = CompiledStateGraph[TurnState, Senses, TurnState, TurnState]

NODES: dict[Node, Think] = {
    Node.IMAGE_ANALYSIS: image_analysis,
    Node.PRODUCT_SEARCH: product_search,
    Node.SIZE_RECOMMENDATION: size_recommendation,
    Node.RESPONSE_GENERATION: response_generation,
    Node.CART_MANAGEMENT: cart_management,
    Node.CHECKOUT: checkout,
    Node.PAYMENT: payment,
    Node.CONFIRMATION: confirmation,
}


def _seeing(think: Think) -> Callable[[TurnState, Runtime[Senses]], TurnState]:
    def node(state: TurnState, runtime: Runtime[Senses]) -> TurnState:
        return think(state, runtime.context)

    return node


@cache
def graph() -> Graph:
    """The compiled graph; one serves all boutiques and threads, for it keeps nothing."""
    building: Any = StateGraph(TurnState, context_schema=Senses)
    for name, think in NODES.items():
        building.add_node(name, _seeing(think))
    building.add_conditional_edges(START, routing.first_node, list(Node))
    building.add_conditional_edges(
        Node.IMAGE_ANALYSIS, routing.after_image_analysis, [Node.PRODUCT_SEARCH, Node.RESPONSE_GENERATION]
    )
    building.add_conditional_edges(
        Node.PRODUCT_SEARCH,
        routing.after_product_search,
        [Node.SIZE_RECOMMENDATION, Node.RESPONSE_GENERATION],
    )
    building.add_conditional_edges(
        Node.CART_MANAGEMENT,
        routing.after_cart_management,
        [Node.PRODUCT_SEARCH, Node.SIZE_RECOMMENDATION, Node.RESPONSE_GENERATION],
    )
    building.add_conditional_edges(
        Node.CHECKOUT, routing.after_checkout, [Node.PAYMENT, Node.RESPONSE_GENERATION]
    )
    for told in (Node.SIZE_RECOMMENDATION, Node.PAYMENT, Node.CONFIRMATION):
        building.add_edge(told, Node.RESPONSE_GENERATION)
    building.add_edge(Node.RESPONSE_GENERATION, END)
    compiled: Graph = building.compile()
    return compiled


def propose(turn: Turn, senses: Senses) -> tuple[Command, ...]:
    """The commands that should answer this turn; a hand-over follows the words that announce it."""
    thought = graph().invoke(thinking(turn), context=senses)
    commands: tuple[Command, ...] = thought["commands"]
    return tuple(sorted(commands, key=lambda command: isinstance(command, HandToPerson)))


def drawing() -> str:
    """The graph as a Mermaid drawing, for the documentation."""
    return graph().get_graph().draw_mermaid()
