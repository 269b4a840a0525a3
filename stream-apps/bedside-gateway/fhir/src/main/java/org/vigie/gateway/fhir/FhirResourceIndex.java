package org.vigie.gateway.fhir;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.gateway.intake.StayLookup;

/**
 * Every resource of one message with what refers to it: by full URL exactly, by {@code Type/id} on the server of the entry that refers to it, by
 * identifier, or within its container by {@code #id}. What fits several is never the first of them: it cannot be told.
 */
final class FhirResourceIndex {
    private static final Pattern TYPE_AND_ID =
            Pattern.compile("(|.*/)([A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64})(?:/_history/([^/]*))?");

    /**
     * @param top what was sent on its own: a file's resource, a Bundle's entry
     * @param container the resource it is contained in, else itself
     * @param request of the Bundle's entry that holds it; absent when there is none
     */
    record IndexedResource(FhirElement resource, FhirElement container, boolean top, FhirElement request) {}

    /**
     * A resource that others may refer to.
     *
     * @param meant by what refers to it: itself, or the one that is here already
     * @param base of its full URL: {@code https://somewhere/fhir/}; empty when it has no address on a server
     */
    private record ReferenceTarget(FhirElement sent, FhirElement meant, String base) {}

    private static final FhirElement NONE = new FhirElement("", MissingNode.getInstance());

    private final List<IndexedResource> items = new ArrayList<>();
    private final List<FhirElement> bare = new ArrayList<>();
    private final List<FhirElement> wrappers = new ArrayList<>();
    private final Map<String, List<ReferenceTarget>> byUrl = new HashMap<>();
    private final Map<String, List<ReferenceTarget>> byName = new HashMap<>();
    private final Map<String, List<ReferenceTarget>> byIdentifier = new HashMap<>();
    private final Map<String, ReferenceTarget> byPath = new HashMap<>();

    private final List<FhirElement> tops = new ArrayList<>();
    private final ConditionalReferenceResolver conditional;

    FhirResourceIndex(List<FhirElement> sent, StayLookup census) {
        conditional = new ConditionalReferenceResolver(tops, census);
        sent.forEach(resource -> add(resource, "", NONE));
    }

    ConditionalReferenceResolver conditional() {
        return conditional;
    }

    /** Every resource, Bundles and Parameters aside: those are only what holds others. */
    List<IndexedResource> items() {
        return items;
    }

    /** Entries of Bundles that hold no resource. */
    List<FhirElement> entriesWithoutResource() {
        return bare;
    }

    /** Bundles and Parameters. */
    List<FhirElement> wrappers() {
        return wrappers;
    }

    private void add(FhirElement resource, String fullUrl, FhirElement request) {
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

    private void addEntry(FhirElement entry) {
        if (entry.get("resource").type().isEmpty() || !isSent(entry.get("request"))) {
            bare.add(entry);
        } else {
            add(entry.get("resource"), entry.text("fullUrl"), entry.get("request"));
        }
    }

    /** A request to read or to delete brings no resource, whatever stands beside it. */
    private static boolean isSent(FhirElement request) {
        return !request.has("method") || request.code("method").matches("post|put");
    }

    private void addParameter(FhirElement parameter) {
        if (parameter.has("resource")) {
            add(parameter.get("resource"), "", NONE);
        }
        parameter.each("part").forEach(this::addParameter);
    }

    private void addTop(FhirElement resource, String fullUrl, FhirElement request) {
        items.add(new IndexedResource(resource, resource, true, request));
        tops.add(resource);
        name(resource, fullUrl, conditional.existing(resource, request).orElse(resource));
        items.addAll(inside(resource));
    }

    /** What a resource contains. */
    static List<IndexedResource> inside(FhirElement container) {
        return container.each("contained").stream()
                .map(contained -> new IndexedResource(contained, container, false, NONE))
                .toList();
    }

    private void name(FhirElement resource, String fullUrl, FhirElement meant) {
        Optional<String> addressed = base(fullUrl).isEmpty() ? Optional.empty() : typeAndId(fullUrl);
        ReferenceTarget target = new ReferenceTarget(resource, meant, base(fullUrl));
        byPath.put(resource.path(), target);
        if (!fullUrl.isEmpty()) {
            add(byUrl, unversioned(fullUrl), target);
        }
        addressed
                .or(() -> resource.has("id")
                        ? Optional.of(resource.type() + "/" + resource.text("id"))
                        : Optional.empty())
                .ifPresent(name -> add(byName, name, target));
        for (FhirElement identifier : resource.each("identifier")) {
            add(byIdentifier, key(identifier), target);
        }
    }

    private static void add(Map<String, List<ReferenceTarget>> all, String name, ReferenceTarget target) {
        all.computeIfAbsent(name, key -> new ArrayList<>()).add(target);
    }

    private static String key(FhirElement identifier) {
        return identifier.text("system") + "|" + identifier.text("value");
    }

    /** Whether it was sent on its own, not contained in another and not known from elsewhere. */
    boolean isTop(FhirElement resource) {
        ReferenceTarget target = byPath.get(resource.path());
        return target != null && target.sent().equals(resource);
    }

    /** What {@code reference} means; empty when it was not sent along, and when it {@link #problem cannot be told}. */
    Optional<FhirElement> find(FhirElement reference, FhirElement container) {
        if (ConditionalReference.isSearch(reference.text("reference"))) {
            return conditional.find(reference.text("reference"));
        }
        List<ReferenceTarget> found = found(reference, container);
        return found.size() == 1 && problem(reference, found).isEmpty()
                ? Optional.of(found.get(0).meant())
                : Optional.empty();
    }

    /** True where it was sent along and cannot be told all the same: then no name stands for it either. */
    boolean isUnclear(FhirElement reference, FhirElement container) {
        return !ConditionalReference.isSearch(reference.text("reference"))
                && problem(reference, found(reference, container)).isPresent();
    }

    /** The first reference within {@code element} that means several resources, or one it cannot mean. */
    Optional<String> firstUnresolvable(FhirElement element, FhirElement container) {
        for (String name : element.names()) {
            for (FhirElement child : element.each(name)) {
                boolean isReference = child.type().isEmpty() && (child.has("reference") || child.has("identifier"));
                if (isReference && !ConditionalReference.isSearch(child.text("reference"))) {
                    List<ReferenceTarget> found = found(child, container);
                    Optional<String> why = problem(child, found);
                    if (why.isPresent()
                            && found.stream()
                                    .anyMatch(target -> ConditionalReferenceResolver.isRead(
                                            target.sent().type()))) {
                        return Optional.of(child.path() + ": " + why.get());
                    }
                }
                Optional<String> below =
                        child.node().isObject() ? firstUnresolvable(child, container) : Optional.empty();
                if (below.isPresent()) {
                    return below;
                }
            }
        }
        return Optional.empty();
    }

    /** Why it cannot be told what is meant; quotes no value that was sent. */
    private Optional<String> problem(FhirElement reference, List<ReferenceTarget> found) {
        if (found.size() > 1) {
            return Optional.of("must mean one resource, means " + found.size() + " of what was sent");
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        FhirElement sent = found.get(0).sent();
        Optional<String> wanted = typeOf(reference);
        boolean isSaidTwice = wanted.isPresent()
                && reference.has("type")
                && !reference.text("type").equals(wanted.get())
                && !reference.text("type").endsWith("/" + wanted.get());
        if (isSaidTwice || wanted.filter(type -> !type.equals(sent.type())).isPresent()) {
            return Optional.of("must mean a resource of the type it says, means a " + sent.type());
        }
        if (FhirStructureCheck.modifier(sent).isPresent()) {
            return Optional.of("means a resource that holds what is not understood");
        }
        List<ReferenceTarget> identified = identified(reference, wanted);
        boolean isOther =
                reference.has("reference") && identified.stream().anyMatch(target -> !target.equals(found.get(0)));
        return isOther ? Optional.of("its identifier means another resource") : Optional.empty();
    }

    /** The type a reference says: in its address, else beside it. */
    private static Optional<String> typeOf(FhirElement reference) {
        return typeAndId(reference.text("reference"))
                .map(name -> name.substring(0, name.indexOf('/')))
                .or(() -> reference
                        .any("type")
                        .map(FhirElement::text)
                        .map(type -> type.substring(type.lastIndexOf('/') + 1)));
    }

    /** Every resource that fits, each once: what was sent twice alike is one. */
    private List<ReferenceTarget> found(FhirElement reference, FhirElement container) {
        Optional<ReferenceTarget> holder = holder(reference.path());
        String text = reference.text("reference");
        if (text.startsWith("#")) {
            FhirElement within = holder.map(ReferenceTarget::sent).orElse(container);
            return within.each("contained").stream()
                    .filter(resource -> id(resource).equals(text.substring(1)))
                    .map(resource -> new ReferenceTarget(resource, resource, ""))
                    .toList();
        }
        List<ReferenceTarget> literal =
                literal(text, holder.map(ReferenceTarget::base).orElse(""));
        return literal.isEmpty() ? identified(reference, typeOf(reference)) : literal;
    }

    private List<ReferenceTarget> literal(String text, String base) {
        if (text.isEmpty()) {
            return List.of();
        }
        String plain = unversioned(text);
        List<ReferenceTarget> exact = byUrl.getOrDefault(plain, List.of());
        boolean isRelative = base(plain).isEmpty() && typeAndId(plain).isPresent();
        if (exact.isEmpty() && isRelative && !base.isEmpty()) {
            exact = byUrl.getOrDefault(base + plain, List.of());
        }
        if (exact.isEmpty() && isRelative) {
            exact = byName.getOrDefault(plain, List.of()).stream()
                    .filter(target -> base.isEmpty() || target.base().isEmpty())
                    .toList();
        }
        Optional<String> version = version(text);
        return once(exact.stream()
                .filter(target -> version.isEmpty()
                        || !target.sent().get("meta").has("versionId")
                        || target.sent().get("meta").text("versionId").equals(version.get()))
                .toList());
    }

    private List<ReferenceTarget> identified(FhirElement reference, Optional<String> type) {
        FhirElement identifier = reference.get("identifier");
        if (!identifier.has("value")) {
            return List.of();
        }
        String name = reference.path().substring(reference.path().lastIndexOf('.') + 1);
        return once(byIdentifier.getOrDefault(key(identifier), List.of()).stream()
                .filter(target -> type.map(target.sent().type()::equals)
                        .orElseGet(() -> fits(name, target.sent().type())))
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

    private static List<ReferenceTarget> once(List<ReferenceTarget> found) {
        List<ReferenceTarget> each = new ArrayList<>();
        for (ReferenceTarget target : found) {
            if (each.stream()
                    .noneMatch(
                            other -> other.meant().node().equals(target.meant().node()))) {
                each.add(target);
            }
        }
        return each;
    }

    /** The resource that was sent on its own in which an element stands. */
    private Optional<ReferenceTarget> holder(String path) {
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
    boolean isElsewhere(FhirElement reference) {
        String text = unversioned(reference.text("reference"));
        String base = base(text);
        String own = holder(reference.path()).map(ReferenceTarget::base).orElse("");
        return !base.isEmpty()
                && (own.isEmpty() ? typeAndId(text).filter(byName::containsKey).isPresent() : !own.equals(base));
    }

    /** Some write {@code "id": "#patient"} where {@code "patient"} is meant. */
    private static String id(FhirElement contained) {
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
