/** Facebook Login permissions that a rehearsal supports; the dialog rejects others. */
export const FACEBOOK_SCOPES: Readonly<Record<string, string>> = {
  public_profile: 'Your name and profile picture',
  email: 'Your email address',
  pages_show_list: 'Show a list of the Pages you manage',
  pages_read_engagement: 'Read content posted on the Page',
  pages_read_user_content: 'Read user content on the Page',
  pages_manage_metadata: 'Manage accounts, settings, and webhooks for a Page',
  pages_manage_engagement: 'Create and manage comments on the Page',
  pages_messaging: 'Manage and access Page conversations in Messenger',
  instagram_basic: 'Access the profile and posts of the linked Instagram account',
  instagram_manage_comments: 'Manage comments for the linked Instagram account',
  instagram_manage_messages: 'Manage messages for the linked Instagram account',
  business_management: 'Manage your business',
  ads_management: 'Manage ads',
  ads_read: 'Read ads',
};

export const INSTAGRAM_SCOPES: Readonly<Record<string, string>> = {
  instagram_business_basic: 'See the profile and media',
  instagram_business_manage_comments: 'Read and manage comments',
  instagram_business_manage_messages: 'Read and answer messages',
  instagram_business_content_publish: 'Publish content',
  instagram_business_manage_insights: 'See insights',
};
