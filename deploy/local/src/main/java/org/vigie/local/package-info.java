/**
 * The whole ward on one machine: every part in one JVM on loopback, in the order the data flows, and the report that counts what went
 * through. Decided here: who is started when and where. Not decided here: anything a part does.
 */
package org.vigie.local;
