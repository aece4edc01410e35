package ie.tradsessions.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * The bill as a picture: SVG, narrow enough for a phone. Its colours can be read on white and on black (3 to 1 at least,
 * and the letters in them 4.5 to 1), and letters tell them apart for whoever does not see the colours.
 */
final class CostPicture {
    private static final int WIDTH = 400;
    private static final int MARGIN = 16;
    private static final int BAR = WIDTH - 2 * MARGIN;
    private static final int BAR_HEIGHT = 22;

    /** Where the bars of the environments begin, and how long the longest of them is. */
    private static final int ENVIRONMENT_X = 60;

    private static final int ENVIRONMENT_BAR = 250;

    private static final double GAP = 1.5;

    /** From these widths on there is room for a letter, and for the percent beside it. */
    private static final double LETTER = 14;

    private static final double LETTER_AND_PERCENT = 52;

    private final StringBuilder body = new StringBuilder();
    private int y = 28;

    private CostPicture() {}

    /** @param months in the order in which they are drawn */
    static String of(Upkeep upkeep, List<Month> months) {
        CostPicture picture = new CostPicture();
        picture.strong("A month without visitors, in US dollars");
        double longest = upkeep.total(Upkeep.Environment.PROD);
        for (Upkeep.Environment environment : Upkeep.Environment.values()) {
            picture.environment(environment.title(), upkeep.total(environment), longest);
        }
        picture.y += 22;
        picture.strong("What a month goes to, by visitors");
        months.forEach(picture::month);
        picture.y += 4;
        for (Expense.Part part : Expense.Part.values()) {
            picture.legend(part);
        }
        return head(picture.y + MARGIN / 2) + picture.body + "</svg>\n";
    }

    private static String head(int height) {
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" \
                aria-labelledby="title" font-family="system-ui, sans-serif" font-size="14">
                <title id="title">What a month on AWS costs, in US dollars, and what it goes to</title>
                <style>
                .paper { fill: #ffffff }
                text { fill: #1b1f24 }
                .strong { font-weight: 600 }
                .in { fill: #ffffff; font-size: 12px; font-weight: 600 }
                @media (prefers-color-scheme: dark) { .paper { fill: #16181d } text { fill: #e8eaed } .in { fill: #ffffff } }
                </style>
                <rect class="paper" width="%1$d" height="%2$d"/>
                """, WIDTH, height);
    }

    private void strong(String text) {
        add(String.format(Locale.ROOT, "<text class=\"strong\" x=\"%d\" y=\"%d\">%s</text>", MARGIN, y, text));
        y += 12;
    }

    private void environment(String name, double dollars, double longest) {
        double width = ENVIRONMENT_BAR * dollars / longest;
        text(MARGIN, y + 16, name);
        bar(ENVIRONMENT_X, width, Expense.Part.READY.colour());
        text(ENVIRONMENT_X + width + 8, y + 16, String.format(Locale.ROOT, "%.2f", dollars));
        y += 28;
    }

    private void month(Month month) {
        y += 14;
        int visitors = month.traffic().visitors();
        text(MARGIN, y, String.format(Locale.ROOT, "%,d visitors: %,.2f", visitors, month.total()));
        y += 6;
        double x = MARGIN;
        for (Expense.Part part : Expense.Part.values()) {
            double share = month.dollars(part) / month.total();
            double width = share * BAR;
            if (width > GAP) {
                bar(x, width - GAP, part.colour());
                inside(x, width, part.letter(), share);
            }
            x += width;
        }
        y += BAR_HEIGHT + 8;
    }

    private void inside(double x, double width, String letter, double share) {
        if (width >= LETTER_AND_PERCENT) {
            inside(x + 4, String.format(Locale.ROOT, "%s %.0f %%", letter, share * 100));
        } else if (width >= LETTER) {
            inside(x + 4, letter);
        }
    }

    private void legend(Expense.Part part) {
        bar(MARGIN, BAR_HEIGHT, part.colour());
        inside(MARGIN + 8, part.letter());
        text(MARGIN + BAR_HEIGHT + 8, y + 16, part.title());
        y += 26;
    }

    private void text(double x, int baseline, String text) {
        add(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%d\">%s</text>", x, baseline, text));
    }

    private void inside(double x, String text) {
        add(String.format(Locale.ROOT, "<text class=\"in\" x=\"%.1f\" y=\"%d\">%s</text>", x, y + 15, text));
    }

    private void bar(double x, double width, String colour) {
        add(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
                x,
                y,
                width,
                BAR_HEIGHT,
                colour));
    }

    private void add(String line) {
        body.append(line).append('\n');
    }
}
