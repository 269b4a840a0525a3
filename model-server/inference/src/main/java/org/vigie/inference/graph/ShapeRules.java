package org.vigie.inference.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds the rule of each operation whose outputs can be described. */
final class ShapeRules {
    private static final Map<String, ShapeRule> RULES = rules();

    private ShapeRules() {}

    /** @throws UnknownShapeException when no rule describes the operation, or the rule cannot be applied */
    static List<TensorFacts> outputs(OperationInputs node) {
        ShapeRule rule = RULES.get(node.node().getOp());
        if (rule == null) {
            throw new UnknownShapeException("has no rule for its shape");
        }
        return rule.outputs(node);
    }

    /** Returns the names of the operations that have a rule. */
    static Set<String> operations() {
        return Set.copyOf(RULES.keySet());
    }

    private static Map<String, ShapeRule> rules() {
        Map<String, ShapeRule> rules = new HashMap<>();
        ElementwiseRules.addTo(rules);
        SizeRules.addTo(rules);
        ReductionRules.addTo(rules);
        LayoutRules.addTo(rules);
        PartRules.addTo(rules);
        FillingRules.addTo(rules);
        ProductRules.addTo(rules);
        rules.put("Where", node -> refused("makes as many rows as its data have true values"));
        rules.put("Placeholder", node -> refused("is no input of the signature"));
        return rules;
    }

    private static List<TensorFacts> refused(String reason) {
        throw new UnknownShapeException(reason);
    }
}
