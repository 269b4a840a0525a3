package org.vigie.gateway.canary;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.mllp.MllpClientConnection;

/**
 * Sends the canaries to the gateway's own socket, each on a connection of its own. A canary whose partition takes nothing delays no other.
 *
 * <p>A failure is logged once, and once more when the canary is accepted again.
 */
public final class CanarySender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CanarySender.class);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

    private final List<CanaryConnection> canaries;
    private final ScheduledExecutorService timer;

    private CanarySender(List<CanaryConnection> canaries) {
        this.canaries = canaries;
        var number = new AtomicInteger();
        timer = Executors.newScheduledThreadPool(canaries.size(), task -> {
            var thread = new Thread(task, "canary-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts to send one canary for each partition.
     *
     * @param port at which the gateway of this process takes MLLP without TLS
     * @param partitions of every topic
     */
    public static CanarySender start(CanaryConfig config, String host, int port, int partitions, Clock clock) {
        var sender = new CanarySender(new CanaryBedChooser(partitions)
                .beds().stream()
                        .map(bed ->
                                new CanaryConnection(bed, new MllpClientConnection(host, port, ANSWER_TIMEOUT), clock))
                        .toList());
        long every = config.every().toMillis();
        sender.canaries.forEach(canary -> {
            var unused = sender.timer.scheduleAtFixedRate(canary::send, 0, every, TimeUnit.MILLISECONDS);
        });
        LOG.info("Canary patients: one for each of {} partitions, every {}", partitions, config.every());
        return sender;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        canaries.forEach(CanaryConnection::close);
    }

    /** Represents the connection of one canary. */
    private static final class CanaryConnection {
        private final String bed;
        private final MllpClientConnection connection;
        private final Clock clock;
        private long number;
        private boolean isFailing;

        CanaryConnection(String bed, MllpClientConnection connection, Clock clock) {
            this.bed = bed;
            this.connection = connection;
            this.clock = clock;
        }

        /** Catches everything: a scheduled task that throws never runs again. */
        void send() {
            try {
                String answer = connection.ask(new CanaryMessage(bed, number++, clock.instant()).text());
                accepted(answer.contains("MSA|AA"), answer.replace('\r', ' '));
            } catch (IOException | RuntimeException e) {
                accepted(false, e.toString());
            }
        }

        private void accepted(boolean isAccepted, String detail) {
            if (isFailing && isAccepted) {
                LOG.info("Canary {} is accepted again", bed);
            } else if (!isFailing && !isAccepted) {
                LOG.warn("Canary {} is not accepted: {}", bed, detail);
            }
            isFailing = !isAccepted;
        }

        void close() {
            connection.close();
        }
    }
}
