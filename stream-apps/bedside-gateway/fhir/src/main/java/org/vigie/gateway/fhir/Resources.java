package org.vigie.gateway.fhir;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.gateway.codes.StayLookup;

/**
 * Every resource of one message with what refers to it: by full URL exactly, by {@code Type/id} on the server of the entry that refers to it, by
 * identifier, or within its container by {@code #id}. What fits several is never the first of them: it cannot be told.
 */
final class Resources {
    private static final Pattern TYPE_AND_ID =
            Pattern.compile("(|.*/)([A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64})(?:/_history/([^/]*))?");

    /**
     * @param top what was sent on its own: a file's resource, a Bundle's entry
     * @param container the resource it is contained in, else itself
     * @param request of the Bundle's entry that holds it; absent when there is none
     */
    record Item(Element resource, Element container, boolean top, Element request) {}

    /**
     * A resource that others may refer to.
     *
     * @param meant by what refers to it: itself, or the one that is here already
     * @param base of its full URL: {@code https://somewhere/fhir/}; empty when it has no address on a server
     */
    private record Named(Element sent, Element meant, String base) {}

    private static final Element NONE = new Element("", MissingNode.getInstance());

    private final List<Item> items = new ArrayList<>();
    private final List<Element> bare = new ArrayList<>();
    private final List<Element> wrappers = new ArrayList<>();
    private final Map<String, List<Named>> byUrl = new HashMap<>();
    private final Map<String, List<Named>> byName = new HashMap<>();
    private final Map<String, List<Named>> byIdentifier = new HashMap<>();
    private final Map<String, Named> byPath = new HashMap<>();

    private final List<Element> tops = new ArrayList<>();
    private final ConditionalReferences conditional;

    Resources(List<Element> sent, StayLookup census) {
        conditional = new ConditionalReferences(tops, census);
        sent.forEach(resource -> add(resource, "", NONE));
    }

    ConditionalReferences conditional() {
        return conditional;
    }

    /** Every resource, Bundles and Parameters aside: those are only what holds others. */
    List<Item> items() {
        return items;
    }

    /** Entries of Bundles that hold no resource. */
    List<Element> bare() {
        return bare;
    }

    /** Bundles and Parameters. */
    List<Element> wrappers() {
        return wrappers;
    }

    private void add(Element resource, String fullUrl, Element request) {
        switch (resource.type()) {
            case "Bundle" -> {
                wrappers.add(resource);
                resource.each("entry").forEach(this::addEntry);
            }
            case "Parameters" -> {
                wrappers.add(resource);
                resource.each("parameter").forEach(this::addParameter);
            }
            default -> addTop(resource, fullUrl, request);
        }
    }

    private void addEntry(Element entry) {
        if (entry.get("resource").type().isEmpty() || !isSent(entry.get("request"))) {
            bare.add(entry);
        } else {
            add(entry.get("resource"), entry.text("fullUrl"), entry.get("request"));
        }
    }

    /** A request to read or to delete brings no resource, whatever stands beside it. */
    private static boolean isSent(Element request) {
        return !request.has("method") || request.code("method").matches("post|put");
    }

    private void addParameter(Element parameter) {
        if (parameter.has("resource")) {
            add(parameter.get("resource"), "", NONE);
        }
        parameter.each("part").forEach(this::addParameter);
    }

    private void addTop(Element resource, String fullUrl, Element request) {
        items.add(new Item(resource, resource, true, request));
        tops.add(resource);
        name(resource, fullUrl, conditional.existing(resource, request).orElse(resource));
        items.addAll(inside(resource));
    }

    /** What a resource contains. */
    static List<Item> inside(Element container) {
        return container.each("contained").stream()
                .map(contained -> new Item(contained, container, false, NONE))
                .toList();
    }

    private void name(Element resource, String fullUrl, Element meant) {
        Optional<String> addressed = base(fullUrl).isEmpty() ? Optional.empty() : typeAndId(fullUrl);
        Named named = new Named(resource, meant, base(fullUrl));
        byPath.put(resource.path(), named);
        if (!fullUrl.isEmpty()) {
            add(byUrl, unversioned(fullUrl), named);
        }
        addressed
                .or(() -> resource.has("id")
                        ? Optional.of(resource.type() + "/" + resource.text("id"))
                        : Optional.empty())
                .ifPresent(name -> add(byName, name, named));
        for (Element identifier : resource.each("identifier")) {
            add(byIdentifier, key(identifier), named);
        }
    }

    private static void add(Map<String, List<Named>> all, String name, Named named) {
        all.computeIfAbsent(name, key -> new ArrayList<>()).add(named);
    }

    private static String key(Element identifier) {
        return identifier.text("system") + "|" + identifier.text("value");
    }

    /** Whether it was sent on its own, not contained in another and not known from elsewhere. */
    boolean isTop(Element resource) {
        Named named = byPath.get(resource.path());
        return named != null && named.sent().equals(resource);
    }

    /** What {@code reference} means; empty when it was not sent along, and when it {@link #problem cannot be told}. */
    Optional<Element> find(Element reference, Element container) {
        if (ConditionalReference.isSearch(reference.text("reference"))) {
            return conditional.find(reference.text("reference"));
        }
        List<Named> found = found(reference, container);
        return found.size() == 1 && problem(reference, found).isEmpty()
                ? Optional.of(found.get(0).meant())
                : Optional.empty();
    }

    /** True where it was sent along and cannot be told all the same: then no name stands for it either. */
    boolean isUnclear(Element reference, Element container) {
        return !ConditionalReference.isSearch(reference.text("reference"))
                && problem(reference, found(reference, container)).isPresent();
    }

    /** The first reference within {@code element} that means several resources, or one it cannot mean. */
    Optional<String> broken(Element element, Element container) {
        for (String name : element.names()) {
            for (Element child : element.each(name)) {
                boolean isReference = child.type().isEmpty() && (child.has("reference") || child.has("identifier"));
                if (isReference && !ConditionalReference.isSearch(child.text("reference"))) {
                    List<Named> found = found(child, container);
                    Optional<String> why = problem(child, found);
                    if (why.isPresent()
                            && found.stream()
                                    .anyMatch(named -> ConditionalReferences.isRead(
                                            named.sent().type()))) {
                        return Optional.of(child.path() + ": " + why.get());
                    }
                }
                Optional<String> below = child.node().isObject() ? broken(child, container) : Optional.empty();
                if (below.isPresent()) {
                    return below;
                }
            }
        }
        return Optional.empty();
    }

    /** Why it cannot be told what is meant; quotes no value that was sent. */
    private Optional<String> problem(Element reference, List<Named> found) {
        if (found.size() > 1) {
            return Optional.of("must mean one resource, means " + found.size() + " of what was sent");
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Element sent = found.get(0).sent();
        Optional<String> wanted = typeOf(reference);
        boolean isSaidTwice = wanted.isPresent()
                && reference.has("type")
                && !reference.text("type").equals(wanted.get())
                && !reference.text("type").endsWith("/" + wanted.get());
        if (isSaidTwice || wanted.filter(type -> !type.equals(sent.type())).isPresent()) {
            return Optional.of("must mean a resource of the type it says, means a " + sent.type());
        }
        if (StructureCheck.modifier(sent).isPresent()) {
            return Optional.of("means a resource that holds what is not understood");
        }
        List<Named> identified = identified(reference, wanted);
        boolean isOther =
                reference.has("reference") && identified.stream().anyMatch(named -> !named.equals(found.get(0)));
        return isOther ? Optional.of("its identifier means another resource") : Optional.empty();
    }

    /** The type a reference says: in its address, else beside it. */
    private static Optional<String> typeOf(Element reference) {
        return typeAndId(reference.text("reference"))
                .map(name -> name.substring(0, name.indexOf('/')))
                .or(() -> reference
                        .any("type")
                        .map(Element::text)
                        .map(type -> type.substring(type.lastIndexOf('/') + 1)));
    }

    /** Every resource that fits, each once: what was sent twice alike is one. */
    private List<Named> found(Element reference, Element container) {
        Optional<Named> holder = holder(reference.path());
        String text = reference.text("reference");
        if (text.startsWith("#")) {
            Element within = holder.map(Named::sent).orElse(container);
            return within.each("contained").stream()
                    .filter(resource -> id(resource).equals(text.substring(1)))
                    .map(resource -> new Named(resource, resource, ""))
                    .toList();
        }
        List<Named> literal = literal(text, holder.map(Named::base).orElse(""));
        return literal.isEmpty() ? identified(reference, typeOf(reference)) : literal;
    }

    private List<Named> literal(String text, String base) {
        if (text.isEmpty()) {
            return List.of();
        }
        String plain = unversioned(text);
        List<Named> exact = byUrl.getOrDefault(plain, List.of());
        boolean isRelative = base(plain).isEmpty() && typeAndId(plain).isPresent();
        if (exact.isEmpty() && isRelative && !base.isEmpty()) {
            exact = byUrl.getOrDefault(base + plain, List.of());
        }
        if (exact.isEmpty() && isRelative) {
            exact = byName.getOrDefault(plain, List.of()).stream()
                    .filter(named -> base.isEmpty() || named.base().isEmpty())
                    .toList();
        }
        Optional<String> version = version(text);
        return once(exact.stream()
                .filter(named -> version.isEmpty()
                        || !named.sent().get("meta").has("versionId")
                        || named.sent().get("meta").text("versionId").equals(version.get()))
                .toList());
    }

    private List<Named> identified(Element reference, Optional<String> type) {
        Element identifier = reference.get("identifier");
        if (!identifier.has("value")) {
            return List.of();
        }
        String name = reference.path().substring(reference.path().lastIndexOf('.') + 1);
        return once(byIdentifier.getOrDefault(key(identifier), List.of()).stream()
                .filter(named -> type.map(named.sent().type()::equals)
                        .orElseGet(() -> fits(name, named.sent().type())))
                .toList());
    }

    /** Whether an element of that name may refer to such a resource. */
    private static boolean fits(String name, String type) {
        return switch (name) {
            case "patient" -> type.equals("Patient");
            case "encounter", "context" -> type.equals("Encounter") || type.equals("EpisodeOfCare");
            case "subject" -> !type.equals("Encounter") && !type.equals("Specimen") && !type.equals("Observation");
            case "location" -> type.equals("Location");
            case "specimen" -> type.equals("Specimen");
            case "device" -> type.startsWith("Device");
            default -> true;
        };
    }

    private static List<Named> once(List<Named> found) {
        List<Named> each = new ArrayList<>();
        for (Named named : found) {
            if (each.stream()
                    .noneMatch(
                            other -> other.meant().node().equals(named.meant().node()))) {
                each.add(named);
            }
        }
        return each;
    }

    /** The resource that was sent on its own in which an element stands. */
    private Optional<Named> holder(String path) {
        String at = path;
        while (!byPath.containsKey(at)) {
            int dot = at.lastIndexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            at = at.substring(0, dot);
        }
        return Optional.of(byPath.get(at));
    }

    /** An address on another server than its resource's own, or than that of a resource of the same name that was sent along. */
    boolean isElsewhere(Element reference) {
        String text = unversioned(reference.text("reference"));
        String base = base(text);
        String own = holder(reference.path()).map(Named::base).orElse("");
        return !base.isEmpty()
                && (own.isEmpty() ? typeAndId(text).filter(byName::containsKey).isPresent() : !own.equals(base));
    }

    /** Some write {@code "id": "#patient"} where {@code "patient"} is meant. */
    private static String id(Element contained) {
        String id = contained.text("id");
        return id.startsWith("#") ? id.substring(1) : id;
    }

    /** {@code Patient/7} of {@code https://somewhere/fhir/Patient/7/_history/2}. */
    static Optional<String> typeAndId(String reference) {
        Matcher matcher = TYPE_AND_ID.matcher(reference);
        return matcher.matches() ? Optional.of(matcher.group(2)) : Optional.empty();
    }

    private static String base(String reference) {
        Matcher matcher = TYPE_AND_ID.matcher(reference);
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static Optional<String> version(String reference) {
        Matcher matcher = TYPE_AND_ID.matcher(reference);
        return matcher.matches() ? Optional.ofNullable(matcher.group(3)) : Optional.empty();
    }

    private static String unversioned(String reference) {
        Matcher matcher = TYPE_AND_ID.matcher(reference);
        return matcher.matches() ? matcher.group(1) + matcher.group(2) : reference;
    }
}
