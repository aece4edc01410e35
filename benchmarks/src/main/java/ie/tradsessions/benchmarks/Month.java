package ie.tradsessions.benchmarks;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * A month of prod.
 *
 * @param cached whether the edge keeps answers
 * @param dollars for every expense
 */
record Month(Traffic traffic, boolean cached, Map<Expense, Double> dollars) {
    Month {
        dollars = Collections.unmodifiableMap(new EnumMap<>(dollars));
    }

    double dollars(Expense expense) {
        return Objects.requireNonNull(dollars.get(expense), expense.title());
    }

    double dollars(Expense.Part part) {
        return dollars.entrySet().stream()
                .filter(entry -> entry.getKey().part() == part)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    double total() {
        return dollars.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
