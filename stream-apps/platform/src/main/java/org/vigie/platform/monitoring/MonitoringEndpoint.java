package org.vigie.platform.monitoring;

/** Answers the requests for one path. */
interface MonitoringEndpoint {
    MonitoringReply reply();
}
