package org.vigie.local;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.vigie.access.AccessOperation;
import org.vigie.access.audit.CommandAudit;
import org.vigie.platform.topic.KafkaClients;

/**
 * Creates the access control lists that a broker lacks, and records them in the audit trail.
 *
 * @param config of the broker and its topics
 * @param err tells the user that an event was lost
 */
record AclCreation(TopicsConfig config, PrintWriter err) {
    /** Creates what is missing. The topic of the audit trail comes first. */
    void create(List<AclBinding> bindings) throws InterruptedException, ExecutionException {
        new KafkaClients(config.kafka()).requireBroker();
        List<AclBinding> missing = createMissing(bindings);
        if (!missing.isEmpty()) {
            new TopicProvisioner(config).createAuditTopic();
            String change = change(bindings.size(), missing);
            new CommandAudit(config.kafka(), err).record(AccessOperation.CHANGE_CONFIGURATION, change);
        }
    }

    private List<AclBinding> createMissing(List<AclBinding> bindings) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(config.kafka().clientSettings(Map.of()))) {
            Set<AclBinding> present =
                    Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get());
            List<AclBinding> missing = bindings.stream()
                    .filter(binding -> !present.contains(binding))
                    .toList();
            admin.createAcls(missing).all().get();
            return missing;
        }
    }

    private String change(int all, List<AclBinding> missing) {
        Map<String, Long> byPrincipal = missing.stream()
                .collect(Collectors.groupingBy(
                        binding -> binding.entry().principal(), TreeMap::new, Collectors.counting()));
        return "access control lists at %s: before %d of %d; made: %s"
                .formatted(config.kafka().bootstrapServers(), all - missing.size(), all, byPrincipal);
    }
}
