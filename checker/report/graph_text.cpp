// Text, Mermaid and DOT: the graphs as lines.
#include "report/escape.hpp"
#include "report/graph.hpp"
#include "report/shown.hpp"
#include "text/printable.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace migcheck {
namespace {

using schema::DependencyGraph;
using schema::GraphEdge;

constexpr std::size_t most_objects = 5;

// "users, orders and 3 more"
std::string object_names(const std::vector<std::string>& objects) {
  std::string text;
  const std::size_t shown = std::min(objects.size(), most_objects);
  for (std::size_t i = 0; i < shown; ++i) {
    text += (i == 0 ? "" : ", ") + printable(objects[i]);
  }
  if (objects.size() > shown) {
    text += fmt::format(" and {} more", objects.size() - shown);
  }
  return text;
}

std::string reason(const GraphEdge& edge) {
  std::string objects = object_names(edge.objects);
  if (!edge.declared) {
    return objects;
  }
  return objects.empty() ? "declared" : "declared; " + objects;
}

std::string line(const std::string& text) {
  return log_safe(text) + "\n";
}

// Inside a label in double quotes, `#` begins an entity.
std::string mermaid_label(std::string_view name) {
  std::string text;
  for (const char byte : printable(name)) {
    switch (byte) {
    case '"':
      text += "#quot;";
      break;
    case '#':
      text += "#35;";
      break;
    case '<':
      text += "#lt;";
      break;
    case '>':
      text += "#gt;";
      break;
    case '`':
      text += "#96;";
      break;
    default:
      text += byte;
    }
  }
  return text;
}

std::string dot_string(std::string_view name) {
  std::string text = "\"";
  for (const char byte : printable(name)) {
    if (byte == '"' || byte == '\\') {
      text += '\\';
    }
    text += byte;
  }
  return text + '"';
}

// m0, m1, …; with several graphs g0m0, g1m0, …
std::string node_id(const Graphs& graphs, std::size_t graph, std::size_t node) {
  return graphs.size() > 1 ? fmt::format("g{}m{}", graph, node)
                           : fmt::format("m{}", node);
}

} // namespace

std::string write_graph_text(const Graphs& graphs) {
  std::string text;
  for (const DependencyGraph& graph : graphs) {
    text += text.empty() ? "" : "\n";
    text += line(fmt::format(
        "{}: {}, {}",
        printable(graph.directory),
        counted(graph.nodes.size(), "migration"),
        graph.edges.size() == 1
            ? "1 dependency"
            : fmt::format("{} dependencies", graph.edges.size())));
    auto edge = graph.edges.begin();
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
      text += line("  " + printable(graph.nodes[node].name));
      for (; edge != graph.edges.end() && edge->from == node; ++edge) {
        text += line(fmt::format(
            "    needs {} ({})",
            printable(graph.nodes[edge->on].name),
            reason(*edge)));
      }
    }
  }
  return text;
}

std::string write_graph_mermaid(const Graphs& graphs) {
  std::string text = "flowchart RL\n";
  for (std::size_t g = 0; g < graphs.size(); ++g) {
    const DependencyGraph& graph = graphs[g];
    const bool inside = graphs.size() > 1;
    const std::string indent = inside ? "    " : "  ";
    if (inside) {
      text += line(fmt::format(
          "  subgraph g{}[\"{}\"]", g, mermaid_label(graph.directory)));
    }
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
      text += line(fmt::format(
          "{}{}[\"{}\"]",
          indent,
          node_id(graphs, g, node),
          mermaid_label(graph.nodes[node].name)));
    }
    for (const GraphEdge& edge : graph.edges) {
      if (!edge.implied) {
        text += line(fmt::format(
            "{}{} {} {}",
            indent,
            node_id(graphs, g, edge.from),
            edge.declared ? "-->" : "-.->",
            node_id(graphs, g, edge.on)));
      }
    }
    text += inside ? "  end\n" : "";
  }
  return text;
}

std::string write_graph_dot(const Graphs& graphs) {
  std::string text = "digraph migrations {\n"
                     "  rankdir=RL;\n"
                     "  node [shape=box, fontname=\"monospace\"];\n";
  for (std::size_t g = 0; g < graphs.size(); ++g) {
    const DependencyGraph& graph = graphs[g];
    text += line(fmt::format("  subgraph cluster_{} {{", g));
    text += line("    label=" + dot_string(graph.directory) + ";");
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
      text += line(fmt::format(
          "    {} [label={}];",
          node_id(graphs, g, node),
          dot_string(graph.nodes[node].name)));
    }
    text += "  }\n";
    for (const GraphEdge& edge : graph.edges) {
      if (!edge.implied) {
        text += line(fmt::format(
            "  {} -> {} [{}tooltip={}];",
            node_id(graphs, g, edge.from),
            node_id(graphs, g, edge.on),
            edge.declared ? "" : "style=dashed, ",
            dot_string(reason(edge))));
      }
    }
  }
  return text + "}\n";
}

} // namespace migcheck
