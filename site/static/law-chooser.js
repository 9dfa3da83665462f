/* The editors' button "act": opens the chooser of legal documents and puts the chosen one into the text.
   What is selected in the text, such as "Điều 19.5", becomes the article that is cited. */
(() => {
  const { React, draftail } = window;

  class LawSource extends draftail.ModalWorkflowSource {
    getChooserConfig(entity, selected) {
      const article = selected.trim() || (entity ? entity.getData().article : "");
      return {
        url: this.props.entityType.chooserUrls.lawChooser,
        urlParams: {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: (data) => this.onChosen({ ...data, article }) },
      };
    }

    onChosen(data) {
      const name = data.string.split(" – ")[0];
      super.onChosen({
        ...data,
        title: data.article ? `${name}, ${data.article}` : name,
        prefer_this_title_as_link_text: true,
      });
    }

    filterEntityData(data) {
      return { id: String(data.id), article: data.article };
    }
  }

  const LawLink = ({ children }) => React.createElement("span", { className: "TooltipEntity" }, children);

  draftail.registerPlugin({ type: "LAW", source: LawSource, decorator: LawLink }, "entityTypes");
})();
