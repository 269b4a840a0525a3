package org.vigie.replay.namespace;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Names the topics of one replay. It is the only place that turns the name of a ward's topic into that of a replay, and it refuses every
 * topic that is not the replay's.
 */
public final class ReplayNamespace {
    private static final String NAME = TopicCatalogue.REPLAY_PREFIX + "[a-z0-9-]{1,25}";

    private final String name;
    private final String ward;
    private final String wardPrefix;
    private final String prefix;
    private final TopicCatalogue topics;

    /**
     * @param name begins with {@code study-}
     * @param ward connection to the ward whose past is replayed
     * @throws IllegalArgumentException when the name could be that of a ward, or the ward is itself a replay
     */
    public ReplayNamespace(String name, KafkaConnectionConfig ward) {
        this.name = checkedName(name);
        if (TopicCatalogue.isReplay(ward.namespace())) {
            throw new IllegalArgumentException(
                    "--ward: must be the namespace of a ward, was the replay '" + ward.namespace() + "'");
        }
        this.ward = ward.namespace();
        this.wardPrefix = prefix(ward.namespace());
        this.prefix = prefix(name);
        this.topics = TopicCatalogue.in(name, ward.partitions());
    }

    /** @throws IllegalArgumentException when the name could be that of a ward */
    public static String checkedName(String name) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("--namespace: must begin with " + TopicCatalogue.REPLAY_PREFIX
                    + " and have at most 31 lower-case letters, digits or '-', such as study-7, was '" + name + "'");
        }
        return name;
    }

    private static String prefix(String namespace) {
        return "vigie." + namespace + ".";
    }

    public String name() {
        return name;
    }

    /** Returns the namespace of the ward whose past is replayed. */
    public String ward() {
        return ward;
    }

    /** Returns the beginning of the names of all its topics. */
    public String topicPrefix() {
        return prefix;
    }

    /** Returns the topics with which the topologies of the replay are built. They name no topic of a ward. */
    public TopicCatalogue topics() {
        return topics;
    }

    /** Returns the topics that a replay writes. */
    public List<Topic<?>> written() {
        return List.of(
                topics.staysCurrent(),
                topics.observationsClean(),
                topics.observationsRejected(),
                topics.windowsHourly(),
                topics.scoresSurvival(),
                topics.alertsLedger(),
                topics.alertsCurrent(),
                topics.triageCurrent(),
                topics.rulesPublished());
    }

    /** Returns the topics of the replay that stand for topics of the ward, in the same order. */
    public List<Topic<?>> sameTopics(List<? extends Topic<?>> ward) {
        Map<String, Topic<?>> byName = topics.all().stream().collect(Collectors.toMap(Topic::name, topic -> topic));
        return ward.stream()
                .<Topic<?>>map(topic -> Objects.requireNonNull(byName.get(of(topic.name())), topic.name()))
                .toList();
    }

    /** Returns the replay's name of a topic of the ward. */
    public String of(String wardTopic) {
        if (!wardTopic.startsWith(wardPrefix)) {
            throw new IllegalArgumentException(wardTopic + " is no topic of " + wardPrefix + "*");
        }
        return prefix + wardTopic.substring(wardPrefix.length());
    }

    /** Returns the ward's name of a topic of the replay. */
    public String wardTopic(String topic) {
        return wardPrefix + checked(topic).substring(prefix.length());
    }

    /**
     * Returns the name of a topic that the replay may write.
     *
     * @throws IllegalArgumentException for any other topic
     */
    public String checked(String topic) {
        if (!topic.startsWith(prefix)) {
            throw new IllegalArgumentException(
                    "the replay " + name + " may write to " + prefix + "* only, was asked to write to " + topic);
        }
        return topic;
    }
}
