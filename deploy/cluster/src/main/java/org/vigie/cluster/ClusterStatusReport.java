package org.vigie.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.vigie.platform.report.ReportTemplate;

/**
 * Describes the processes of a cluster at one instant. The template {@code cluster} names the methods of this record.
 *
 * @param processes in the order of their start
 * @param logs folder of the logs
 * @param unitPage address of the unit's page
 */
record ClusterStatusReport(List<ProcessStatus> processes, String logs, String unitPage) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ReportTemplate TEMPLATE = new ReportTemplate(ClusterStatusReport.class, "cluster");

    ClusterStatusReport {
        processes = List.copyOf(processes);
    }

    /**
     * Describes one process.
     *
     * @param state UP, STARTING (it runs but does not answer yet) or DOWN
     * @param mib resident memory
     * @param metrics address, or empty
     */
    record ProcessStatus(String name, long pid, String state, int restarts, long mib, String metrics) {
        static final String UP = "UP";
        static final String STARTING = "STARTING";
        static final String DOWN = "DOWN";

        boolean hasStopped() {
            return state.equals(DOWN);
        }

        boolean hasMetrics() {
            return !metrics.isEmpty();
        }
    }

    String title() {
        return "Vigie cluster";
    }

    /** Returns the page that shows the processes. */
    String html() {
        return TEMPLATE.render(this);
    }

    /** Returns the processes as JSON. */
    String json() {
        try {
            return JSON.writeValueAsString(processes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The status cannot be written as JSON", e);
        }
    }
}
