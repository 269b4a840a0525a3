package org.vigie.signal.table;

import java.io.StringReader;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Holds a node of a YAML file with its position. Every error message begins with {@code file:line}. */
public final class LocatedYamlNode {
    private final String file;
    private final String name;
    private final Node node;

    private LocatedYamlNode(String file, String name, Node node) {
        this.file = file;
        this.name = name;
        this.node = node;
    }

    /**
     * Reads a file.
     *
     * @param what the file holds, for messages: {@code rule set}
     * @throws IllegalArgumentException when the text is no YAML
     */
    public static LocatedYamlNode read(String file, String what, String text) {
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (node == null) {
                throw new IllegalArgumentException(file + ":1: must hold a " + what + ", was empty");
            }
            return new LocatedYamlNode(file, what, node);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new IllegalArgumentException(file + ":" + line + ": " + e.getProblem(), e);
        }
    }

    /** Throws an exception when the node has a key that is not in {@code keys}. */
    public LocatedYamlNode only(String... keys) {
        entries().forEach((key, value) -> {
            if (!Arrays.asList(keys).contains(key)) {
                throw value.refuse("unknown key '" + key + "', expected one of " + String.join(", ", keys));
            }
        });
        return this;
    }

    public LocatedYamlNode at(String key) {
        return find(key).orElseThrow(() -> refuse(name + ": '" + key + "' is missing"));
    }

    public Optional<LocatedYamlNode> find(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    public Map<String, LocatedYamlNode> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("keys and values");
        }
        Map<String, LocatedYamlNode> entries = new LinkedHashMap<>();
        mapping.getValue().forEach(tuple -> {
            String key = ((ScalarNode) tuple.getKeyNode()).getValue();
            if (entries.put(key, new LocatedYamlNode(file, key, tuple.getValueNode())) != null) {
                throw entries.get(key).refuse("'" + key + "' stands twice");
            }
        });
        return entries;
    }

    public List<LocatedYamlNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("a list");
        }
        return sequence.getValue().stream()
                .map(item -> new LocatedYamlNode(file, name, item))
                .toList();
    }

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    public String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw wrong("a text");
        }
        return scalar.getValue().strip();
    }

    public double number() {
        try {
            double number = Double.parseDouble(text());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong("a number");
        }
        throw wrong("a number");
    }

    public Duration duration() {
        try {
            Duration duration = Duration.parse(text());
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw wrong("a duration such as PT15S");
        }
        throw wrong("a duration that is not negative");
    }

    public <E extends Enum<E>> E oneOf(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(text()))
                .findFirst()
                .orElseThrow(() -> wrong("one of " + Arrays.toString(type.getEnumConstants())));
    }

    public IllegalArgumentException wrong(String expected) {
        String was = node instanceof ScalarNode scalar ? "'" + scalar.getValue() + "'" : "a " + node.getNodeId();
        return refuse(name + ": must be " + expected + ", was " + was);
    }

    public IllegalArgumentException refuse(String why) {
        return new IllegalArgumentException(file + ":" + (node.getStartMark().getLine() + 1) + ": " + why);
    }
}
