package org.vigie.local;

import static org.apache.kafka.common.acl.AclOperation.ALL;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.vigie.schemas.topic.AppTopics;

/**
 * Derives the access control lists of a broker from the topics that each app reads and writes. One principal stands for each app; a broker
 * with an authorizer denies everything else.
 *
 * @param namespace of the topics
 */
record TopicAcls(String namespace) {
    private static final String ANY_HOST = "*";
    private static final String REGISTRY = "registry";
    /** Apps whose changelogs and repartition topics Kafka Streams makes. */
    private static final Set<String> STREAMS = Set.of("vitals-streams", "alert-streams", "alert-analytics");

    /** Returns the name under which an app logs in at the broker. */
    static String principal(String app) {
        return "vigie-" + app;
    }

    /** Returns the access control lists of every app and of the schema registry. */
    List<AclBinding> bindings() {
        return Stream.concat(AppTopics.all().stream().flatMap(this::ofApp), ofRegistry())
                .toList();
    }

    private Stream<AclBinding> ofApp(AppTopics app) {
        return Stream.of(
                        Stream.concat(app.reads().stream(), app.writes().stream())
                                .distinct()
                                .flatMap(noun -> ofTopic(app, noun)),
                        ofGroups(app.app()),
                        STREAMS.contains(app.app()) ? ofInternalTopics(app.app()) : Stream.<AclBinding>empty())
                .flatMap(bindings -> bindings);
    }

    /** An app reads what it wrote, too: it finds its state there after a restart. */
    private Stream<AclBinding> ofTopic(AppTopics app, String noun) {
        var topic = new ResourcePattern(ResourceType.TOPIC, "vigie." + namespace + "." + noun, PatternType.LITERAL);
        Stream<AclBinding> read = allow(app.app(), topic, READ, DESCRIBE, DESCRIBE_CONFIGS);
        return app.writes().contains(noun) ? Stream.concat(read, allow(app.app(), topic, WRITE)) : read;
    }

    private Stream<AclBinding> ofGroups(String app) {
        String name = app.startsWith("alert-notif") ? "notifications" : app;
        return Stream.of("vigie." + namespace + "." + name, "vigie-" + namespace + "-" + name)
                .map(group -> new ResourcePattern(ResourceType.GROUP, group, PatternType.PREFIXED))
                .flatMap(group -> allow(app, group, READ, DESCRIBE));
    }

    private Stream<AclBinding> ofInternalTopics(String app) {
        String prefix = "vigie." + namespace + "." + app + "-";
        return allow(app, new ResourcePattern(ResourceType.TOPIC, prefix, PatternType.PREFIXED), ALL);
    }

    private static Stream<AclBinding> ofRegistry() {
        return allow(REGISTRY, new ResourcePattern(ResourceType.TOPIC, "_schemas", PatternType.LITERAL), ALL);
    }

    private static Stream<AclBinding> allow(String app, ResourcePattern resource, AclOperation... operations) {
        return Stream.of(operations)
                .map(operation ->
                        new AccessControlEntry("User:" + principal(app), ANY_HOST, operation, AclPermissionType.ALLOW))
                .map(entry -> new AclBinding(resource, entry));
    }
}
