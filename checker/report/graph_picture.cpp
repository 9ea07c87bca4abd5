// SVG, and a page around it.
#include "report/escape.hpp"
#include "report/graph.hpp"
#include "report/graph_layout.hpp"
#include "report/shown.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace migcheck {
namespace {

using schema::DependencyGraph;
using schema::GraphEdge;

constexpr int margin = 20;
constexpr int heading_height = 34;
constexpr int between_graphs = 30;

constexpr std::string_view style = R"(
    .graph { font: 13px ui-monospace, Menlo, Consolas, monospace }
    .graph rect { fill: #f4f6f8; stroke: #8a94a0 }
    .graph text { fill: #1b1f24 }
    .graph .title { font-weight: bold }
    .graph path { fill: none; stroke: #8a94a0 }
    .graph path.inferred { stroke-dasharray: 5 3 }
    .graph #arrow path { fill: #8a94a0; stroke: none }
    .graph .lit rect { stroke: #d9480f; stroke-width: 2 }
    .graph path.lit { stroke: #d9480f; stroke-width: 2 }
    .graph .faint { opacity: .25 }
    @media (prefers-color-scheme: dark) {
      .graph rect { fill: #22272e; stroke: #768390 }
      .graph text { fill: #cdd9e5 }
      .graph path { stroke: #768390 }
    })";

std::string shown(std::string_view text) {
  return xml(printable(text));
}

struct Drawing {
  std::string body;
  int width = 0;
  int height = 0;
};

class Painter {
 public:
  Drawing paint(const Graphs& graphs);

 private:
  void paint(const DependencyGraph& graph, std::size_t index, int top);
  void edge(
      const GraphEdge& edge,
      const GraphLayout& layout,
      std::size_t graph,
      int top);

  Drawing drawing_;
};

void Painter::edge(
    const GraphEdge& edge,
    const GraphLayout& layout,
    std::size_t graph,
    int top) {
  const Box& from = layout.boxes[edge.from];
  const Box& on = layout.boxes[edge.on];
  const int x1 = margin + from.x;
  const int y1 = top + from.y + box_height / 2;
  const int x2 = margin + on.x + on.width + 6;
  const int y2 = top + on.y + box_height / 2;
  const int bend = std::max(30, (x1 - x2) / 2);
  drawing_.body += fmt::format(
      "  <path class=\"{}\" data-from=\"{}-{}\" data-on=\"{}-{}\" "
      "marker-end=\"url(#arrow)\" d=\"M{} {}C{} {} {} {} {} {}\"/>\n",
      edge.declared ? "declared" : "inferred",
      graph,
      edge.from,
      graph,
      edge.on,
      x1,
      y1,
      x1 - bend,
      y1,
      x2 + bend,
      y2,
      x2,
      y2);
}

// What a pointer over the box tells.
std::string explanation(
    const DependencyGraph& graph,
    std::size_t node,
    std::vector<GraphEdge>::const_iterator edge) {
  std::string text = graph.nodes[node].path;
  for (; edge != graph.edges.end() && edge->from == node; ++edge) {
    text += "\nneeds " + graph.nodes[edge->on].name;
    if (edge->declared) {
      text += " (declared)";
    }
    for (std::size_t i = 0; i < edge->objects.size(); ++i) {
      text += (i == 0 ? ": " : ", ") + edge->objects[i];
    }
  }
  std::string lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines += (at == 0 ? "" : "\n") + shown(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

void Painter::paint(const DependencyGraph& graph, std::size_t index, int top) {
  drawing_.body += fmt::format(
      "  <text class=\"title\" x=\"{}\" y=\"{}\">{}</text>\n",
      margin,
      top + 14,
      shown(graph.directory));
  const GraphLayout layout = lay_out(graph);
  const int first = top + heading_height;
  for (const GraphEdge& one : graph.edges) {
    if (!one.implied) {
      edge(one, layout, index, first);
    }
  }
  auto from = graph.edges.begin();
  for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
    while (from != graph.edges.end() && from->from < node) {
      ++from;
    }
    const Box& box = layout.boxes[node];
    drawing_.body += fmt::format(
        "  <g class=\"node\" id=\"{}-{}\"><title>{}</title>"
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"4\"/>"
        "<text x=\"{}\" y=\"{}\">{}</text></g>\n",
        index,
        node,
        explanation(graph, node, from),
        margin + box.x,
        first + box.y,
        box.width,
        box_height,
        margin + box.x + 10,
        first + box.y + 17,
        shown(graph.nodes[node].name));
  }
  drawing_.width = std::max(drawing_.width, layout.width + 2 * margin);
  drawing_.height = first + layout.height + between_graphs;
}

Drawing Painter::paint(const Graphs& graphs) {
  drawing_.height = margin;
  for (std::size_t i = 0; i < graphs.size(); ++i) {
    paint(graphs[i], i, drawing_.height);
  }
  return std::move(drawing_);
}

std::string svg_element(const Graphs& graphs) {
  const Drawing drawing = Painter().paint(graphs);
  return fmt::format(
      "<svg class=\"graph\" xmlns=\"http://www.w3.org/2000/svg\" "
      "width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\">\n"
      "  <style>{2}\n  </style>\n"
      "  <defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"6\" refY=\"4\" "
      "markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">"
      "<path d=\"M0 0L8 4L0 8z\"/></marker></defs>\n"
      "{3}</svg>\n",
      drawing.width,
      drawing.height,
      style,
      drawing.body);
}

constexpr std::string_view page_head = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>Migrations and what they need</title>
<style>
  body { font: 15px system-ui, sans-serif; margin: 16px; color: #1b1f24; background: #fff }
  input { font: inherit; padding: 4px 8px; width: 24em }
  .scroll { overflow: auto }
  @media (prefers-color-scheme: dark) { body { color: #cdd9e5; background: #1c2128 } }
</style>
</head>
<body>
<h1>Migrations and what they need</h1>
)";

constexpr std::string_view page_tail = R"(<script>
'use strict';
const nodes = [...document.querySelectorAll('.node')];
const edges = [...document.querySelectorAll('path[data-from]')];
// All nodes that edges lead to from here, in one direction.
const reach = (id, start, end) => {
  const seen = new Set([id]);
  for (const one of seen) {
    for (const edge of edges) {
      if (edge.dataset[start] === one) seen.add(edge.dataset[end]);
    }
  }
  return seen;
};
const show = (ids) => {
  for (const node of nodes) node.classList.toggle('faint', ids !== null && !ids.has(node.id));
  for (const edge of edges) {
    const on = ids !== null && ids.has(edge.dataset.from) && ids.has(edge.dataset.on);
    edge.classList.toggle('lit', on);
    edge.classList.toggle('faint', ids !== null && !on);
  }
};
for (const node of nodes) {
  node.addEventListener('pointerenter', () => {
    node.classList.add('lit');
    show(new Set([...reach(node.id, 'from', 'on'), ...reach(node.id, 'on', 'from')]));
  });
  node.addEventListener('pointerleave', () => {
    node.classList.remove('lit');
    show(null);
  });
}
document.querySelector('input').addEventListener('input', (event) => {
  const word = event.target.value.toLowerCase();
  show(word === '' ? null : new Set(nodes.filter(
    (node) => node.textContent.toLowerCase().includes(word)).map((node) => node.id)));
});
</script>
</body>
</html>
)";

} // namespace

std::string write_graph_svg(const Graphs& graphs) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg_element(graphs);
}

std::string write_graph_html(const Graphs& graphs) {
  std::size_t nodes = 0;
  std::size_t edges = 0;
  for (const DependencyGraph& graph : graphs) {
    nodes += graph.nodes.size();
    edges += graph.edges.size();
  }
  return std::string(page_head) +
         fmt::format(
             "<p>{}, {} {}. An arrow goes to what is needed: solid where a "
             "<code>-- DEPENDS:</code> header says so, dashed where the SQL "
             "does. Arrows that others imply are left out.</p>\n"
             "<p><input type=\"search\" placeholder=\"migration or object\" "
             "aria-label=\"filter\"></p>\n<div class=\"scroll\">\n",
             counted(nodes, "migration"),
             edges,
             edges == 1 ? "dependency" : "dependencies") +
         svg_element(graphs) + "</div>\n" + std::string(page_tail);
}

} // namespace migcheck
