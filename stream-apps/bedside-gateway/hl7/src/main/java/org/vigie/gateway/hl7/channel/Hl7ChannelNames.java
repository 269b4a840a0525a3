package org.vigie.gateway.hl7.channel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.er7.FieldTextCache;
import org.vigie.gateway.hl7.er7.Hl7Segment;
import org.vigie.gateway.hl7.field.Hl7CodedField;
import org.vigie.gateway.hl7.obx.ContainmentTree;
import org.vigie.gateway.hl7.obx.ObxSegment;
import org.vigie.schemas.variable.Variable;
import org.vigie.terminology.ChannelLabels;
import org.vigie.terminology.CodeMap;
import org.vigie.terminology.SentCode;

/**
 * Names the channel of each row: which of several sources of a variable it is. The name consists of what stays the same from message to
 * message: the words of the code, the kind of the part above it, its site (OBX-20) and method (OBX-17), and its number in the containment
 * (OBX-4).
 *
 * <p>IHE PCD TF-2 makes OBX-3 with OBX-4 unique within a message, and lets the numbers change between messages. The last number is a
 * sequence number. It is used when the code occurs several times under its part, or alone. A plain number that is no containment path is
 * used only when one code occurs twice at one time.
 */
public final class Hl7ChannelNames {
    /** Methods that monitors send with almost every value. */
    private static final Set<String> ORDINARY_METHODS = Set.of("AMEAS", "MMEAS", "ACALC", "MCALC");

    private static final Pattern CONTAINMENT = Pattern.compile("\\d+(\\.\\d+){2,}");
    private static final int METRIC = 4;

    /**
     * The names of earlier messages with the same structure. A monitor sends such messages every second. A new message replaces the one in
     * its slot.
     */
    private static final Hl7ChannelNames[] HELD = new Hl7ChannelNames[1 << 8];

    /** The largest number of fields of a message that is cached, about 500 rows. */
    private static final int MOST = 3_500;

    private final CodeMap codes;
    private final ChannelStructure structure;

    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, Map<String, Integer>> codesUnder = new HashMap<>();
    private final RowSubIds subIds = new RowSubIds();
    private final CachedChannelName[] names;

    /** Holds a name that was made before. Races are harmless, since it is immutable. */
    private record CachedChannelName(Variable variable, String name) {}

    private Hl7ChannelNames(Er7Message message, CodeMap codes) {
        this.codes = codes;
        this.structure = ChannelStructure.of(message);
        int order = 0;
        int rows = 0;
        for (Hl7Segment segment : message.segments()) {
            if (segment.is("OBR")) {
                order++;
            } else if (segment.is("OBX")) {
                add(new ObxSegment(segment, ++rows), order);
            }
        }
        names = new CachedChannelName[rows];
    }

    /** Returns the names of a message. All rows are read first, so that their order does not matter. */
    public static Hl7ChannelNames of(Er7Message message, CodeMap codes) {
        int slot = FieldTextCache.slot(ChannelStructure.hash(message), HELD.length);
        Hl7ChannelNames held = HELD[slot];
        if (held == null || held.codes != codes || !held.structure.isOf(message)) {
            held = new Hl7ChannelNames(message, codes);
            if (held.structure.fields().size() <= MOST) {
                HELD[slot] = held;
            }
        }
        return held;
    }

    private void add(ObxSegment row, int order) {
        String path = row.path();
        if (row.isDevice()) {
            kinds.put(ContainmentTree.withoutZeros(path), kind(row));
        } else if (!isContainment(path)) {
            subIds.add(row, order);
        } else if (ContainmentTree.depth(path) <= METRIC) {
            codesUnder.computeIfAbsent(part(path), key -> new HashMap<>()).merge(code(row), 1, Integer::sum);
        }
    }

    /**
     * Returns the channel name of a row.
     *
     * @param order number of the row's OBR
     */
    public String of(ObxSegment row, Variable variable, int order) {
        CachedChannelName known = names[row.number() - 1];
        if (known == null || !known.variable().name().equals(variable.name())) {
            known = new CachedChannelName(variable, named(row, variable, order));
            names[row.number() - 1] = known;
        }
        return known.name();
    }

    private String named(ObxSegment row, Variable variable, int order) {
        String path = row.path();
        return ChannelLabels.joined(Stream.of(
                codes.sourceWord(variable, row.codes()),
                isContainment(path) ? kindAbove(path) : "",
                words(row, 20),
                method(row),
                isContainment(path) ? number(row, path) : subIds.subId(row, order)));
    }

    private String number(ObxSegment row, String path) {
        String metric = Stream.of(path.split("\\.", -1)).limit(METRIC).collect(Collectors.joining("."));
        Map<String, Integer> beside = codesUnder.getOrDefault(part(path), Map.of());
        boolean isSequence = beside.size() > 1 && beside.getOrDefault(code(row), 0) <= 1;
        return isSequence ? part(path) : metric;
    }

    /** Returns the kind of the nearest named part above a row. The device at the top is not a part. */
    private String kindAbove(String path) {
        for (String at = ContainmentTree.withoutZeros(path); ContainmentTree.depth(at) > 1; at = parent(at)) {
            String kind = kinds.get(at);
            if (kind != null) {
                return kind;
            }
        }
        return "";
    }

    private static String kind(ObxSegment part) {
        return words(part.codes());
    }

    private static String method(ObxSegment row) {
        return Stream.of(words(row, 17))
                .filter(word ->
                        !ORDINARY_METHODS.contains(row.segment().get(17, 1)) && !ORDINARY_METHODS.contains(word))
                .findFirst()
                .orElse("");
    }

    private static String words(ObxSegment row, int field) {
        return row.segment().raw(field).isEmpty() ? "" : words(Hl7CodedField.read(row.segment(), field));
    }

    private static String words(List<SentCode> codes) {
        return codes.stream()
                .findFirst()
                .map(code -> code.name().isEmpty() ? code.code() : code.name())
                .orElse("");
    }

    private static String code(ObxSegment row) {
        return row.segment().raw(3);
    }

    private static boolean isContainment(String path) {
        return CONTAINMENT.matcher(path).matches();
    }

    /** Returns the first three numbers of a path: device, module and channel. */
    private static String part(String path) {
        return Stream.of(path.split("\\.", -1)).limit(METRIC - 1L).collect(Collectors.joining("."));
    }

    private static String parent(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }
}
