package org.vigie.cluster.fault;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigie.alerts.ledger.LedgerVerification;
import org.vigie.cluster.RunningCluster;
import org.vigie.local.ConservationCheck;

/**
 * Checks what must hold after a fault: every reading has one verdict and the store agrees, the ledger's chains are whole, and every
 * acknowledged message is stored. The senders are halted meanwhile, so that the records in flight arrive.
 */
final class InvariantCheck implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RunningCluster cluster;
    private final NumberedSender sender;
    private final ConservationCheck conservation;
    private final AcknowledgedMessageCheck stored;
    private int lostMessages;
    private int brokenChains;

    InvariantCheck(RunningCluster cluster, NumberedSender sender) {
        this.cluster = cluster;
        this.sender = sender;
        this.conservation = new ConservationCheck(cluster.kafka(), cluster.store(), Instant.now());
        this.stored = new AcknowledgedMessageCheck(cluster.kafka());
    }

    /** Returns one sentence for each invariant that is broken. */
    List<String> check() throws InterruptedException, IOException {
        sender.pause();
        cluster.beds().signals().pause();
        try {
            return broken();
        } finally {
            cluster.beds().signals().resume();
            sender.resume();
        }
    }

    private List<String> broken() throws InterruptedException, IOException {
        List<String> broken = new ArrayList<>();
        if (!conservation.awaitConserved(PATIENCE)) {
            broken.add("not conserved: " + conservation.describe());
        }
        LedgerVerification ledger = LedgerVerification.ofTopic(cluster.kafka());
        brokenChains = ledger.isWhole() ? 0 : 1;
        ledger.breach().ifPresent(breach -> broken.add("ledger: " + breach));
        Set<String> missing = stored.missing(sender.acknowledged());
        lostMessages = missing.size();
        if (!missing.isEmpty()) {
            broken.add("acknowledged and not stored: " + missing);
        }
        return broken;
    }

    /** Returns the number of acknowledged messages that were not stored, at the last check. */
    int lostMessages() {
        return lostMessages;
    }

    /** Returns whether the ledger was broken at the last check, as a number. */
    int brokenChains() {
        return brokenChains;
    }

    @Override
    public void close() {
        conservation.close();
        stored.close();
    }
}
