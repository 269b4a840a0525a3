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
 * Every resource of one message with what refers to it: by full URL, by {@code Type/id} whatever stands before, by identifier, or
 * within its container by {@code #id}.
 */
final class Resources {
    private static final Pattern TYPE_AND_ID =
            Pattern.compile("(?:^|.*/)([A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64})(?:/_history/.*)?");

    /**
     * @param top what was sent on its own: a file's resource, a Bundle's entry
     * @param container the resource it is contained in, else itself
     * @param request of the Bundle's entry that holds it; absent when there is none
     */
    record Item(Element resource, Element container, boolean top, Element request) {}

    private static final Element NONE = new Element("", MissingNode.getInstance());

    private final List<Item> items = new ArrayList<>();
    private final List<Element> bare = new ArrayList<>();
    private final List<Element> wrappers = new ArrayList<>();
    private final Map<String, Element> byReference = new HashMap<>();
    private final Map<String, Element> byIdentifier = new HashMap<>();

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
        if (entry.get("resource").type().isEmpty()) {
            bare.add(entry);
        } else {
            add(entry.get("resource"), entry.text("fullUrl"), entry.get("request"));
        }
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

    /** @param meant by what refers to the resource: itself, or the one that is here already */
    private void name(Element resource, String fullUrl, Element meant) {
        if (!fullUrl.isEmpty()) {
            byReference.putIfAbsent(fullUrl, meant);
            typeAndId(fullUrl).ifPresent(name -> byReference.putIfAbsent(name, meant));
        }
        if (resource.has("id")) {
            byReference.putIfAbsent(resource.type() + "/" + resource.text("id"), meant);
        }
        for (Element identifier : resource.each("identifier")) {
            byIdentifier.putIfAbsent(key(identifier), meant);
        }
    }

    private static String key(Element identifier) {
        return identifier.text("system") + "|" + identifier.text("value");
    }

    /** What {@code reference}, an element of {@code item} or of what it refers to, means; empty when it was not sent along. */
    Optional<Element> find(Element reference, Element container) {
        String text = reference.text("reference");
        if (text.startsWith("#")) {
            return container.each("contained").stream()
                    .filter(resource -> id(resource).equals(text.substring(1)))
                    .findFirst();
        }
        if (ConditionalReference.isSearch(text)) {
            return conditional.find(text);
        }
        Element found = byReference.get(text);
        if (found == null) {
            found = typeAndId(text).map(byReference::get).orElse(null);
        }
        if (found == null && reference.has("identifier")) {
            found = byIdentifier.get(key(reference.get("identifier")));
        }
        return Optional.ofNullable(found);
    }

    /** Some write {@code "id": "#patient"} where {@code "patient"} is meant. */
    private static String id(Element contained) {
        String id = contained.text("id");
        return id.startsWith("#") ? id.substring(1) : id;
    }

    /** {@code Patient/7} of {@code https://somewhere/fhir/Patient/7/_history/2}. */
    static Optional<String> typeAndId(String reference) {
        Matcher matcher = TYPE_AND_ID.matcher(reference);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
