package io.mapleak.view;

/**
 * A call between two nodes.
 *
 * @param caller node that calls
 * @param callee node that is called
 * @param weight what the calls allocated
 * @param inline whether all of them were inlined
 * @param residual whether one goes over nodes that are not shown
 */
record Edge(int caller, int callee, long weight, boolean inline, boolean residual) {}
