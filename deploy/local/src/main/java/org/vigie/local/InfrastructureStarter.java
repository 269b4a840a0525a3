package org.vigie.local;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;
import org.vigie.access.audit.StartAudit;
import org.vigie.embedded.EmbeddedBroker;
import org.vigie.local.TopicProvisioner.TopicsAnswer;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.DiskSpaceCheck;
import org.vigie.platform.monitoring.MonitoringServer;
import org.vigie.registry.EmbeddedRegistry;
import org.vigie.registry.RegistryAddress;
import org.vigie.store.EmbeddedStore;

/**
 * Starts what the apps of a ward need: the broker with the topics, the schema registry, the store, and the server of metrics and health.
 *
 * @param parts takes each part that was started
 */
record InfrastructureStarter(LocalWardConfig plan, StartedParts parts, WardConsole console) {
    /**
     * Starts the server of metrics and health with the checks of the free disk and of the parts. The parts add their own checks to it.
     *
     * @param expected the parts without which the ward is not ready
     */
    MonitoringServer startMonitoring(Set<WardPart> expected) {
        var monitoring = parts.add(
                WardPart.MONITORING, MonitoringServer.start(plan.ports().monitoring()));
        var disk = new DiskSpaceCheck(plan.dataDir(), PreflightChecks.NEEDED_DISK_MIB);
        var ward = new AppMonitor("ward").addReadiness(disk).addReadiness(new StartedPartsCheck(expected, parts::has));
        disk.register(ward.registry());
        monitoring.add(ward);
        console.up("monitoring", monitoring.address() + "/health");
        return monitoring;
    }

    /** @param process name under which the audit trail has the start: {@code demo} */
    void startBrokerAndRegistry(String process) {
        WardPorts ports = plan.ports();
        var broker = parts.add(
                WardPart.BROKER, EmbeddedBroker.start(plan.part("broker"), ports.broker(), ports.controller()));
        List<String> created = broker.createTopics(plan.kafka().topics());
        console.up("broker", plan.kafka().bootstrapServers());
        parts.add(
                WardPart.REGISTRY,
                EmbeddedRegistry.start(
                        broker.bootstrapServers(),
                        RegistryAddress.loopback(ports.registry()),
                        new WardRegistryAccess(plan.access(), plan.audit())));
        console.up("registry", plan.kafka().registryUrl());
        record(new StartAudit(plan.kafka(), process), created);
    }

    private void record(StartAudit audit, List<String> created) {
        audit.started(plan, plan.secrets());
        new RestoreNote(plan.dataDir()).record(audit::changed);
        var topics = new TopicsConfig(plan.kafka(), (short) 1, 0, Map.of());
        List<String> present = topics.topics().stream()
                .map(NewTopic::name)
                .filter(topic -> !created.contains(topic))
                .toList();
        new TopicChangeText(topics, new TopicsAnswer(created, present, List.of()))
                .text()
                .ifPresent(audit::changed);
    }

    void startStore() {
        WardPorts ports = plan.ports();
        var store = parts.add(
                WardPart.STORE, EmbeddedStore.start(plan.part("store"), ports.storeHttp(), ports.storePostgres()));
        console.up("store", store.httpUrl() + ", PostgreSQL on port " + store.pgPort());
    }
}
