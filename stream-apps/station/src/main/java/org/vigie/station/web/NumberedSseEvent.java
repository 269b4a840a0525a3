package org.vigie.station.web;

/**
 * Holds an event with its place in the order of all events of this station.
 *
 * @param number place, from 1 on
 */
record NumberedSseEvent(long number, SseEvent event) {}
