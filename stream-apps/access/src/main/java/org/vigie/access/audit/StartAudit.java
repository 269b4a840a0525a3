package org.vigie.access.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.access.AccessAttempt;
import org.vigie.access.AccessDecision;
import org.vigie.access.AccessOperation;
import org.vigie.access.AuditedAccess;
import org.vigie.access.Principal;
import org.vigie.platform.config.ConfigContentDigests;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.retry.ExponentialBackoff;
import org.vigie.platform.retry.RetryExecutor;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.schemas.serde.AvroSerdes;

/**
 * Records what a process does at its start, on a thread of its own as soon as broker and registry answer. The process does not wait for it.
 *
 * @param kafka connection to the broker of the process
 * @param app name of the process: {@code station}
 */
public record StartAudit(KafkaConnectionConfig kafka, String app) {
    private static final Logger LOG = LoggerFactory.getLogger(StartAudit.class);
    private static final ExponentialBackoff PAUSES =
            ExponentialBackoff.doubling(Duration.ofSeconds(5), Duration.ofMinutes(5));

    /**
     * Records the start with its configuration, so that the audit report shows what changed since the last start.
     *
     * @param config of the app, read and validated
     */
    public void started(Record config) {
        started(config, Map.of());
    }

    /**
     * Records the start with its configuration and with files of secrets that no key names.
     *
     * @param secrets files and folders, by the names under which the audit report shows that they changed
     */
    public void started(Record config, Map<String, Path> secrets) {
        Map<String, String> contents = kafka.registry()
                .token()
                .map(key -> ConfigContentDigests.of(config, secrets, key))
                .orElse(Map.of());
        record(AccessOperation.START_APP, AppStartDetail.of(config, contents).toText(), () -> {});
    }

    /**
     * Records that the start changed the set-up of the ward.
     *
     * @param detail what was changed, with what was before
     */
    public void changed(String detail) {
        changed(detail, () -> {});
    }

    /** @param published runs when the broker has the event */
    public void changed(String detail, Runnable published) {
        record(AccessOperation.CHANGE_CONFIGURATION, detail, published);
    }

    private void record(AccessOperation operation, String detail, Runnable published) {
        var attempt = AccessAttempt.of(Principal.account(System.getProperty("user.name", "")), operation, detail);
        var thread = new Thread(() -> publishWhenBrokerAnswers(attempt, published), "start-audit");
        thread.setDaemon(true);
        thread.start();
    }

    private void publishWhenBrokerAnswers(AccessAttempt attempt, Runnable published) {
        try (var retry = new RetryExecutor(PAUSES, failure -> true, this::logFirst)) {
            var access = new AuditedAccess(attempt, AccessDecision.PERMITTED);
            if (retry.isDoneBeforeClose(this::requireBrokerAndRegistry)
                    && KafkaAuditTrail.publishOne(kafka, app, access)) {
                published.run();
            }
        }
    }

    private void requireBrokerAndRegistry() {
        try {
            new KafkaClients(kafka).requireBroker();
            new AvroSerdes(kafka.registry()).register(kafka.topics().auditEvents());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the wait for the broker was interrupted", e);
        }
    }

    private void logFirst(int retry, RuntimeException failure) {
        if (retry == 1) {
            LOG.warn("the start of {} is not in the audit trail yet: {}", app, failure.getMessage());
        }
    }
}
