package org.vigie.platform.monitoring;

import java.lang.management.ManagementFactory;
import java.util.stream.DoubleStream;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** Reads what the Kafka clients of one kind report to JMX. */
final class KafkaBeans {
    private final ObjectName kind;

    /** @param kind pattern of their names, without topics and partitions */
    KafkaBeans(String kind) {
        try {
            this.kind = new ObjectName(kind);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException("kind: must be a pattern of names, was '" + kind + "'", e);
        }
    }

    /** Returns one figure of each client that has it. A client that closes at this moment has none. */
    DoubleStream values(String figure) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        return server.queryNames(kind, null).stream()
                .mapToDouble(client -> value(server, client, figure))
                .filter(Double::isFinite);
    }

    private static double value(MBeanServer server, ObjectName client, String figure) {
        try {
            return server.getAttribute(client, figure) instanceof Number number ? number.doubleValue() : Double.NaN;
        } catch (JMException gone) {
            return Double.NaN;
        }
    }
}
