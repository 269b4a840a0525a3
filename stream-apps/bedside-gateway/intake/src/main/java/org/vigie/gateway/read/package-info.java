/**
 * Holds what several protocol readers share: sender clocks, sent times, bed lists, and the command that reads a message file without a
 * broker.
 */
package org.vigie.gateway.read;
