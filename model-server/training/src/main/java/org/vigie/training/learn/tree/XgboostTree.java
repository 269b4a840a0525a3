package org.vigie.training.learn.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tree in XGBoost's own terms, to be written as its model format (JSON, xgboost.readthedocs.io/en/stable/tutorials/saving_model.html). */
final class XgboostTree {
    private static final int NONE = -1;
    private static final int ROOTS_PARENT = Integer.MAX_VALUE;

    private final List<Float> numbers = new ArrayList<>();
    private final List<Float> weights = new ArrayList<>();
    private final List<Integer> features = new ArrayList<>();
    private final List<Integer> missingLeft = new ArrayList<>();
    private final List<Integer> lefts = new ArrayList<>();
    private final List<Integer> rights = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<Float> values = new ArrayList<>();

    /** @return its number */
    int root() {
        return node(ROOTS_PARENT);
    }

    /** What it says, and how many stays lie there. */
    void leaf(int node, float value, float weight) {
        numbers.set(node, value);
        values.set(node, value);
        weights.set(node, weight);
    }

    /**
     * Makes a leaf a fork: below {@code cut} to the left.
     *
     * @return the left one's number; the right one's is the next, as XGBoost takes for granted
     */
    int split(int node, int feature, float cut, boolean unknownLeft) {
        int left = node(node);
        int right = node(node);
        numbers.set(node, cut);
        features.set(node, feature);
        missingLeft.set(node, unknownLeft ? 1 : 0);
        lefts.set(node, left);
        rights.set(node, right);
        return left;
    }

    private int node(int parent) {
        numbers.add(0f);
        values.add(0f);
        weights.add(0f);
        features.add(0);
        missingLeft.add(0);
        lefts.add(NONE);
        rights.add(NONE);
        parents.add(parent);
        return numbers.size() - 1;
    }

    /** A model whose log odds are the trees' sum. */
    static Map<String, Object> model(List<XgboostTree> trees, int features) {
        List<Integer> starts = new ArrayList<>();
        List<Integer> classes = new ArrayList<>();
        List<Object> written = new ArrayList<>();
        for (XgboostTree tree : trees) {
            starts.add(starts.size());
            classes.add(0);
            written.add(tree.written(written.size(), features));
        }
        starts.add(starts.size());
        Map<String, Object> booster = new LinkedHashMap<>();
        booster.put("gbtree_model_param", Map.of("num_parallel_tree", "1", "num_trees", text(trees.size())));
        booster.put("iteration_indptr", starts);
        booster.put("tree_info", classes);
        booster.put("trees", written);
        Map<String, Object> learner = new LinkedHashMap<>();
        learner.put("attributes", Map.of());
        learner.put("feature_names", List.of());
        learner.put("feature_types", List.of());
        learner.put("gradient_booster", Map.of("model", booster, "name", "gbtree"));
        learner.put(
                "learner_model_param",
                Map.of(
                        "base_score", "5E-1",
                        "boost_from_average", "1",
                        "num_class", "0",
                        "num_feature", text(features),
                        "num_target", "1"));
        learner.put("objective", Map.of("name", "binary:logistic", "reg_loss_param", Map.of("scale_pos_weight", "1")));
        return Map.of("learner", learner, "version", List.of(3, 0, 4));
    }

    private Map<String, Object> written(int id, int features) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("base_weights", values);
        tree.put("categories", List.of());
        tree.put("categories_nodes", List.of());
        tree.put("categories_segments", List.of());
        tree.put("categories_sizes", List.of());
        tree.put("default_left", missingLeft);
        tree.put("id", id);
        tree.put("left_children", lefts);
        tree.put("loss_changes", weights.stream().map(weight -> 0f).toList());
        tree.put("parents", parents);
        tree.put("right_children", rights);
        tree.put("split_conditions", numbers);
        tree.put("split_indices", this.features);
        tree.put("split_type", weights.stream().map(weight -> 0).toList());
        tree.put("sum_hessian", weights);
        tree.put(
                "tree_param",
                Map.of(
                        "num_deleted",
                        "0",
                        "num_feature",
                        text(features),
                        "num_nodes",
                        text(numbers.size()),
                        "size_leaf_vector",
                        "1"));
        return tree;
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
