package org.vigie.platform.monitoring;

import java.nio.charset.StandardCharsets;

/** Holds the answer to a request. */
record MonitoringReply(int status, String type, byte[] body) {
    static MonitoringReply text(int status, String type, String body) {
        return new MonitoringReply(status, type, body.getBytes(StandardCharsets.UTF_8));
    }
}
