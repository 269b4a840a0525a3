package org.vigie.inference.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Examines boosted trees before the engine gets them. The engine follows the numbers of a file as they are: a child or a feature that does not
 * exist would read other memory, and a circle would never end.
 *
 * @param file of XGBoost, in Universal Binary JSON
 */
record TreesSafetyCheck(Path file) {
    private static final long MOST_BYTES = 64L << 20;
    private static final long NONE = -1;

    /**
     * Returns what is wrong with the trees; empty when the engine may load them.
     *
     * @throws IOException when the file cannot be read, or is no document of this form
     */
    Optional<String> problem() throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return Optional.of("has more than " + MOST_BYTES + " bytes");
        }
        Map<?, ?> learner = map(UbjReader.read(Files.readAllBytes(file)), "learner");
        List<?> trees = list(map(map(learner, "gradient_booster"), "model"), "trees");
        long features = features(learner);
        for (int tree = 0; tree < trees.size(); tree++) {
            if (!(trees.get(tree) instanceof Map<?, ?> nodes) || !isSafe(nodes, features)) {
                return Optional.of("holds tree " + tree + ", whose nodes do not fit together");
            }
        }
        return trees.isEmpty() ? Optional.of("holds no trees") : Optional.empty();
    }

    private static long features(Map<?, ?> learner) throws IOException {
        Object features = map(learner, "learner_model_param").get("num_feature");
        try {
            return Long.parseLong(String.valueOf(features));
        } catch (NumberFormatException e) {
            throw new IOException("num_feature: must be a number, was '" + features + "'", e);
        }
    }

    private static boolean isSafe(Map<?, ?> tree, long features) throws IOException {
        List<?> left = list(tree, "left_children");
        List<?> right = list(tree, "right_children");
        List<?> splits = list(tree, "split_indices");
        int nodes = left.size();
        boolean isSized = nodes > 0
                && right.size() == nodes
                && splits.size() == nodes
                && list(tree, "split_conditions").size() == nodes
                && list(tree, "default_left").size() == nodes;
        return isSized
                && splits.stream().allMatch(split -> split instanceof Long at && at >= 0 && at < Math.max(1, features))
                && isTree(left, right);
    }

    /** Returns true when each node has two children or none, and none is the child of two nodes or of itself. */
    private static boolean isTree(List<?> left, List<?> right) {
        var children = new BitSet(left.size());
        children.set(0);
        for (int node = 0; node < left.size(); node++) {
            boolean isLeaf = left.get(node).equals(NONE) && right.get(node).equals(NONE);
            if (!isLeaf
                    && !(isNewChild(left.get(node), node, left.size(), children)
                            && isNewChild(right.get(node), node, left.size(), children))) {
                return false;
            }
        }
        return true;
    }

    /** A child comes after its parent in the file, so that no circle can close. */
    private static boolean isNewChild(Object child, int parent, int nodes, BitSet children) {
        if (!(child instanceof Long at) || at <= parent || at >= nodes || children.get(at.intValue())) {
            return false;
        }
        children.set(at.intValue());
        return true;
    }

    private static Map<?, ?> map(Map<?, ?> parent, String name) throws IOException {
        if (parent.get(name) instanceof Map<?, ?> child) {
            return child;
        }
        throw new IOException(name + ": is missing");
    }

    private static List<?> list(Map<?, ?> parent, String name) throws IOException {
        if (parent.get(name) instanceof List<?> child) {
            return child;
        }
        throw new IOException(name + ": is missing");
    }
}
